// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { VisitStatus as _healthbooker_scheduler_v1_VisitStatus, VisitStatus__Output as _healthbooker_scheduler_v1_VisitStatus__Output } from '../../../healthbooker/scheduler/v1/VisitStatus.ts';
import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from '../../../healthbooker/scheduler/v1/Slot.ts';
import type { PastVersion as _healthbooker_scheduler_v1_PastVersion, PastVersion__Output as _healthbooker_scheduler_v1_PastVersion__Output } from '../../../healthbooker/scheduler/v1/PastVersion.ts';
import type { AccessNeed as _healthbooker_scheduler_v1_AccessNeed, AccessNeed__Output as _healthbooker_scheduler_v1_AccessNeed__Output } from '../../../healthbooker/scheduler/v1/AccessNeed.ts';
import type { VisitStanding as _healthbooker_scheduler_v1_VisitStanding, VisitStanding__Output as _healthbooker_scheduler_v1_VisitStanding__Output } from '../../../healthbooker/scheduler/v1/VisitStanding.ts';

export interface Reservation {
  'appointmentId'?: (string);
  'version'?: (number);
  'patientId'?: (string);
  'status'?: (_healthbooker_scheduler_v1_VisitStatus);
  'slot'?: (_healthbooker_scheduler_v1_Slot | null);
  'locationName'?: (string);
  'visitTypeName'?: (string);
  'specialtyName'?: (string);
  'reason'?: (string);
  'bookedAt'?: (string);
  'changedAt'?: (string);
  'teamId'?: (string);
  'history'?: (_healthbooker_scheduler_v1_PastVersion)[];
  'sequence'?: (number);
  'seriesId'?: (string);
  'seriesPlace'?: (number);
  'referralId'?: (string);
  'lateMinutes'?: (number);
  'providerDelayMinutes'?: (number);
  'awaitsAnswer'?: (boolean);
  'accessNeeds'?: (_healthbooker_scheduler_v1_AccessNeed)[];
  'standing'?: (_healthbooker_scheduler_v1_VisitStanding);
}

export interface Reservation__Output {
  'appointmentId': (string);
  'version': (number);
  'patientId': (string);
  'status': (_healthbooker_scheduler_v1_VisitStatus__Output);
  'slot': (_healthbooker_scheduler_v1_Slot__Output | null);
  'locationName': (string);
  'visitTypeName': (string);
  'specialtyName': (string);
  'reason': (string);
  'bookedAt': (string);
  'changedAt': (string);
  'teamId': (string);
  'history': (_healthbooker_scheduler_v1_PastVersion__Output)[];
  'sequence': (number);
  'seriesId': (string);
  'seriesPlace': (number);
  'referralId': (string);
  'lateMinutes': (number);
  'providerDelayMinutes': (number);
  'awaitsAnswer': (boolean);
  'accessNeeds': (_healthbooker_scheduler_v1_AccessNeed__Output)[];
  'standing': (_healthbooker_scheduler_v1_VisitStanding__Output);
}
