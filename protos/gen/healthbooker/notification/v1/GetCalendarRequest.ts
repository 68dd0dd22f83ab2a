// Original file: healthbooker/notification/v1/notification.proto


export interface GetCalendarRequest {
  'appointmentId'?: (string);
}

export interface GetCalendarRequest__Output {
  'appointmentId': (string);
}
