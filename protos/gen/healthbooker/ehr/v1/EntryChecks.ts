// Original file: healthbooker/ehr/v1/ehr.proto

import type { MedicineFinding as _healthbooker_ehr_v1_MedicineFinding, MedicineFinding__Output as _healthbooker_ehr_v1_MedicineFinding__Output } from '../../../healthbooker/ehr/v1/MedicineFinding.ts';

export interface EntryChecks {
  'tableVersion'?: (string);
  'findings'?: (_healthbooker_ehr_v1_MedicineFinding)[];
  'notChecked'?: (string)[];
  'notCheckedAgainst'?: (string)[];
  'overrideReason'?: (string);
  'confirmedUnlikely'?: (string)[];
}

export interface EntryChecks__Output {
  'tableVersion': (string);
  'findings': (_healthbooker_ehr_v1_MedicineFinding__Output)[];
  'notChecked': (string)[];
  'notCheckedAgainst': (string)[];
  'overrideReason': (string);
  'confirmedUnlikely': (string)[];
}
