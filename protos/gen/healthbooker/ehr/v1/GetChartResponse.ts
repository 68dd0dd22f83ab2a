// Original file: healthbooker/ehr/v1/ehr.proto

import type { Entry as _healthbooker_ehr_v1_Entry, Entry__Output as _healthbooker_ehr_v1_Entry__Output } from '../../../healthbooker/ehr/v1/Entry.ts';
import type { EntryKind as _healthbooker_ehr_v1_EntryKind, EntryKind__Output as _healthbooker_ehr_v1_EntryKind__Output } from '../../../healthbooker/ehr/v1/EntryKind.ts';
import type { DraftSummary as _healthbooker_ehr_v1_DraftSummary, DraftSummary__Output as _healthbooker_ehr_v1_DraftSummary__Output } from '../../../healthbooker/ehr/v1/DraftSummary.ts';

export interface GetChartResponse {
  'entries'?: (_healthbooker_ehr_v1_Entry)[];
  'chartVersion'?: (number);
  'readAt'?: (string);
  'nextPageToken'?: (string);
  'complete'?: (boolean);
  'lastingComplete'?: (boolean);
  'unfinished'?: (_healthbooker_ehr_v1_EntryKind)[];
  'newestVersion'?: (number);
  'drafts'?: (_healthbooker_ehr_v1_DraftSummary)[];
}

export interface GetChartResponse__Output {
  'entries': (_healthbooker_ehr_v1_Entry__Output)[];
  'chartVersion': (number);
  'readAt': (string);
  'nextPageToken': (string);
  'complete': (boolean);
  'lastingComplete': (boolean);
  'unfinished': (_healthbooker_ehr_v1_EntryKind__Output)[];
  'newestVersion': (number);
  'drafts': (_healthbooker_ehr_v1_DraftSummary__Output)[];
}
