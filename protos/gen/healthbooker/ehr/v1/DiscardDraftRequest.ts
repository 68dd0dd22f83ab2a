// Original file: healthbooker/ehr/v1/ehr.proto


export interface DiscardDraftRequest {
  'patientId'?: (string);
  'form'?: (string);
}

export interface DiscardDraftRequest__Output {
  'patientId': (string);
  'form': (string);
}
