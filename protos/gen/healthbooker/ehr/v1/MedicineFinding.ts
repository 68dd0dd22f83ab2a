// Original file: healthbooker/ehr/v1/ehr.proto


export interface MedicineFinding {
  'kind'?: (string);
  'entryId'?: (string);
  'entryVersion'?: (number);
  'recorded'?: (string);
  'shared'?: (string);
  'severity'?: (string);
  'reaction'?: (string);
  'why'?: (string);
}

export interface MedicineFinding__Output {
  'kind': (string);
  'entryId': (string);
  'entryVersion': (number);
  'recorded': (string);
  'shared': (string);
  'severity': (string);
  'reaction': (string);
  'why': (string);
}
