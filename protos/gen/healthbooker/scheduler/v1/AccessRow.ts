// Original file: healthbooker/scheduler/v1/access.proto


export interface AccessRow {
  'id'?: (string);
  'at'?: (string);
  'patientId'?: (string);
  'readerId'?: (string);
  'readerName'?: (string);
  'role'?: (string);
  'action'?: (string);
  'what'?: (string);
  'why'?: (string);
  'traceId'?: (string);
}

export interface AccessRow__Output {
  'id': (string);
  'at': (string);
  'patientId': (string);
  'readerId': (string);
  'readerName': (string);
  'role': (string);
  'action': (string);
  'what': (string);
  'why': (string);
  'traceId': (string);
}
