// Original file: healthbooker/ehr/v1/ehr.proto


export interface EncounterNote {
  'text'?: (string);
  'plan'?: (string);
  'appointmentId'?: (string);
}

export interface EncounterNote__Output {
  'text': (string);
  'plan': (string);
  'appointmentId': (string);
}
