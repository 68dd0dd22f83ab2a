// Original file: healthbooker/appointment/v1/appointment.proto


export interface ListTimelineRequest {
  'personId'?: (string);
  'pageSize'?: (number);
  'pageToken'?: (string);
}

export interface ListTimelineRequest__Output {
  'personId': (string);
  'pageSize': (number);
  'pageToken': (string);
}
