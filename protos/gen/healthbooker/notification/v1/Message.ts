// Original file: healthbooker/notification/v1/notification.proto


export interface Message {
  'id'?: (string);
  'personId'?: (string);
  'channel'?: (string);
  'template'?: (string);
  'subjectId'?: (string);
  'subjectVersion'?: (number);
  'state'?: (string);
  'tries'?: (number);
  'queuedAt'?: (string);
  'sentAt'?: (string);
  'failure'?: (string);
  'subject'?: (string);
  'text'?: (string);
  'wordsRemoved'?: (boolean);
}

export interface Message__Output {
  'id': (string);
  'personId': (string);
  'channel': (string);
  'template': (string);
  'subjectId': (string);
  'subjectVersion': (number);
  'state': (string);
  'tries': (number);
  'queuedAt': (string);
  'sentAt': (string);
  'failure': (string);
  'subject': (string);
  'text': (string);
  'wordsRemoved': (boolean);
}
