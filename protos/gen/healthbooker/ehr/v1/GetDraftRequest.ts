// Original file: healthbooker/ehr/v1/ehr.proto


export interface GetDraftRequest {
  'patientId'?: (string);
  'form'?: (string);
}

export interface GetDraftRequest__Output {
  'patientId': (string);
  'form': (string);
}
