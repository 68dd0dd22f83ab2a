// Original file: healthbooker/ehr/v1/ehr.proto


export interface AccessEvent {
  'at'?: (string);
  'readerId'?: (string);
  'role'?: (string);
  'what'?: (string);
  'why'?: (string);
  'readerName'?: (string);
  'action'?: (string);
}

export interface AccessEvent__Output {
  'at': (string);
  'readerId': (string);
  'role': (string);
  'what': (string);
  'why': (string);
  'readerName': (string);
  'action': (string);
}
