// Original file: healthbooker/ehr/v1/ehr.proto


export interface DraftSummary {
  'form'?: (string);
  'savedAt'?: (string);
}

export interface DraftSummary__Output {
  'form': (string);
  'savedAt': (string);
}
