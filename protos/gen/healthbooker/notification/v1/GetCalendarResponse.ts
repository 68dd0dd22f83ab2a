// Original file: healthbooker/notification/v1/notification.proto


export interface GetCalendarResponse {
  'ics'?: (string);
}

export interface GetCalendarResponse__Output {
  'ics': (string);
}
