// Original file: healthbooker/notification/v1/notification.proto


export interface ListMessagesRequest {
  'personId'?: (string);
  'subjectId'?: (string);
  'pageSize'?: (number);
  'pageToken'?: (string);
}

export interface ListMessagesRequest__Output {
  'personId': (string);
  'subjectId': (string);
  'pageSize': (number);
  'pageToken': (string);
}
