// Original file: healthbooker/appointment/v1/appointment.proto


export interface GetAppointmentRequest {
  'appointmentId'?: (string);
}

export interface GetAppointmentRequest__Output {
  'appointmentId': (string);
}
