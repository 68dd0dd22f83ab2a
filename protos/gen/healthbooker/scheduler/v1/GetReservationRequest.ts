// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface GetReservationRequest {
  'appointmentId'?: (string);
}

export interface GetReservationRequest__Output {
  'appointmentId': (string);
}
