// Original file: healthbooker/ehr/v1/ehr.proto

import type { Draft as _healthbooker_ehr_v1_Draft, Draft__Output as _healthbooker_ehr_v1_Draft__Output } from '../../../healthbooker/ehr/v1/Draft.ts';

export interface GetDraftResponse {
  'draft'?: (_healthbooker_ehr_v1_Draft | null);
}

export interface GetDraftResponse__Output {
  'draft': (_healthbooker_ehr_v1_Draft__Output | null);
}
