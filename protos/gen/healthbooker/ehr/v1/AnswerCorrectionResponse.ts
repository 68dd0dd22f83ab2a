// Original file: healthbooker/ehr/v1/ehr.proto

import type { Entry as _healthbooker_ehr_v1_Entry, Entry__Output as _healthbooker_ehr_v1_Entry__Output } from '../../../healthbooker/ehr/v1/Entry.ts';

export interface AnswerCorrectionResponse {
  'entry'?: (_healthbooker_ehr_v1_Entry | null);
}

export interface AnswerCorrectionResponse__Output {
  'entry': (_healthbooker_ehr_v1_Entry__Output | null);
}
