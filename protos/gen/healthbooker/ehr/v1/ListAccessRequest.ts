// Original file: healthbooker/ehr/v1/ehr.proto


export interface ListAccessRequest {
  'patientId'?: (string);
  'pageSize'?: (number);
  'pageToken'?: (string);
  'othersOnly'?: (boolean);
}

export interface ListAccessRequest__Output {
  'patientId': (string);
  'pageSize': (number);
  'pageToken': (string);
  'othersOnly': (boolean);
}
