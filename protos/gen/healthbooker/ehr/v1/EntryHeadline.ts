// Original file: healthbooker/ehr/v1/ehr.proto


export interface EntryHeadline {
  'patientId'?: (string);
  'entryId'?: (string);
  'version'?: (number);
  'kind'?: (string);
  'recordedAt'?: (string);
  'authorId'?: (string);
  'visible'?: (boolean);
}

export interface EntryHeadline__Output {
  'patientId': (string);
  'entryId': (string);
  'version': (number);
  'kind': (string);
  'recordedAt': (string);
  'authorId': (string);
  'visible': (boolean);
}
