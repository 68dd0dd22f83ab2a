// Original file: healthbooker/ehr/v1/ehr.proto


export interface GetEntryHistoryRequest {
  'patientId'?: (string);
  'entryId'?: (string);
  'pageToken'?: (string);
}

export interface GetEntryHistoryRequest__Output {
  'patientId': (string);
  'entryId': (string);
  'pageToken': (string);
}
