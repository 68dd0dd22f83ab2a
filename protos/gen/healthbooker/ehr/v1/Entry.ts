// Original file: healthbooker/ehr/v1/ehr.proto

import type { EntryKind as _healthbooker_ehr_v1_EntryKind, EntryKind__Output as _healthbooker_ehr_v1_EntryKind__Output } from '../../../healthbooker/ehr/v1/EntryKind.ts';
import type { EntryBody as _healthbooker_ehr_v1_EntryBody, EntryBody__Output as _healthbooker_ehr_v1_EntryBody__Output } from '../../../healthbooker/ehr/v1/EntryBody.ts';
import type { Release as _healthbooker_ehr_v1_Release, Release__Output as _healthbooker_ehr_v1_Release__Output } from '../../../healthbooker/ehr/v1/Release.ts';
import type { EntryChecks as _healthbooker_ehr_v1_EntryChecks, EntryChecks__Output as _healthbooker_ehr_v1_EntryChecks__Output } from '../../../healthbooker/ehr/v1/EntryChecks.ts';

export interface Entry {
  'entryId'?: (string);
  'patientId'?: (string);
  'kind'?: (_healthbooker_ehr_v1_EntryKind);
  'version'?: (number);
  'body'?: (_healthbooker_ehr_v1_EntryBody | null);
  'release'?: (_healthbooker_ehr_v1_Release);
  'authorId'?: (string);
  'recordedAt'?: (string);
  'amendReason'?: (string);
  'authorName'?: (string);
  'checks'?: (_healthbooker_ehr_v1_EntryChecks | null);
}

export interface Entry__Output {
  'entryId': (string);
  'patientId': (string);
  'kind': (_healthbooker_ehr_v1_EntryKind__Output);
  'version': (number);
  'body': (_healthbooker_ehr_v1_EntryBody__Output | null);
  'release': (_healthbooker_ehr_v1_Release__Output);
  'authorId': (string);
  'recordedAt': (string);
  'amendReason': (string);
  'authorName': (string);
  'checks': (_healthbooker_ehr_v1_EntryChecks__Output | null);
}
