// Original file: healthbooker/appointment/v1/appointment.proto


export interface RecordHeadline {
  'entryId'?: (string);
  'version'?: (number);
  'kind'?: (string);
  'recordedAt'?: (string);
  'providerId'?: (string);
}

export interface RecordHeadline__Output {
  'entryId': (string);
  'version': (number);
  'kind': (string);
  'recordedAt': (string);
  'providerId': (string);
}
