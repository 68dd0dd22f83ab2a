// Original file: healthbooker/ehr/v1/ehr.proto

import type { EncounterNote as _healthbooker_ehr_v1_EncounterNote, EncounterNote__Output as _healthbooker_ehr_v1_EncounterNote__Output } from '../../../healthbooker/ehr/v1/EncounterNote.ts';
import type { Condition as _healthbooker_ehr_v1_Condition, Condition__Output as _healthbooker_ehr_v1_Condition__Output } from '../../../healthbooker/ehr/v1/Condition.ts';
import type { Allergy as _healthbooker_ehr_v1_Allergy, Allergy__Output as _healthbooker_ehr_v1_Allergy__Output } from '../../../healthbooker/ehr/v1/Allergy.ts';
import type { Medication as _healthbooker_ehr_v1_Medication, Medication__Output as _healthbooker_ehr_v1_Medication__Output } from '../../../healthbooker/ehr/v1/Medication.ts';
import type { Observation as _healthbooker_ehr_v1_Observation, Observation__Output as _healthbooker_ehr_v1_Observation__Output } from '../../../healthbooker/ehr/v1/Observation.ts';
import type { CorrectionRequest as _healthbooker_ehr_v1_CorrectionRequest, CorrectionRequest__Output as _healthbooker_ehr_v1_CorrectionRequest__Output } from '../../../healthbooker/ehr/v1/CorrectionRequest.ts';

export interface EntryBody {
  'encounterNote'?: (_healthbooker_ehr_v1_EncounterNote | null);
  'condition'?: (_healthbooker_ehr_v1_Condition | null);
  'allergy'?: (_healthbooker_ehr_v1_Allergy | null);
  'medication'?: (_healthbooker_ehr_v1_Medication | null);
  'observation'?: (_healthbooker_ehr_v1_Observation | null);
  'correctionRequest'?: (_healthbooker_ehr_v1_CorrectionRequest | null);
  'body'?: "encounterNote"|"condition"|"allergy"|"medication"|"observation"|"correctionRequest";
}

export interface EntryBody__Output {
  'encounterNote'?: (_healthbooker_ehr_v1_EncounterNote__Output | null);
  'condition'?: (_healthbooker_ehr_v1_Condition__Output | null);
  'allergy'?: (_healthbooker_ehr_v1_Allergy__Output | null);
  'medication'?: (_healthbooker_ehr_v1_Medication__Output | null);
  'observation'?: (_healthbooker_ehr_v1_Observation__Output | null);
  'correctionRequest'?: (_healthbooker_ehr_v1_CorrectionRequest__Output | null);
  'body'?: "encounterNote"|"condition"|"allergy"|"medication"|"observation"|"correctionRequest";
}
