// Original file: healthbooker/scheduler/v1/leave.proto

import type { LeaveVisitState as _healthbooker_scheduler_v1_LeaveVisitState, LeaveVisitState__Output as _healthbooker_scheduler_v1_LeaveVisitState__Output } from '../../../healthbooker/scheduler/v1/LeaveVisitState.ts';
import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from '../../../healthbooker/scheduler/v1/Slot.ts';
import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';
import type { VisitStatus as _healthbooker_scheduler_v1_VisitStatus, VisitStatus__Output as _healthbooker_scheduler_v1_VisitStatus__Output } from '../../../healthbooker/scheduler/v1/VisitStatus.ts';
import type { DisruptionKind as _healthbooker_scheduler_v1_DisruptionKind, DisruptionKind__Output as _healthbooker_scheduler_v1_DisruptionKind__Output } from '../../../healthbooker/scheduler/v1/DisruptionKind.ts';

export interface LeaveVisit {
  'leaveId'?: (string);
  'appointmentId'?: (string);
  'version'?: (number);
  'patientId'?: (string);
  'state'?: (_healthbooker_scheduler_v1_LeaveVisitState);
  'from'?: (_healthbooker_scheduler_v1_Slot | null);
  'to'?: (_healthbooker_scheduler_v1_Slot | null);
  'urgency'?: (_healthbooker_scheduler_v1_Urgency);
  'targetDate'?: (string);
  'changedAt'?: (string);
  'status'?: (_healthbooker_scheduler_v1_VisitStatus);
  'isUnreached'?: (boolean);
  'kind'?: (_healthbooker_scheduler_v1_DisruptionKind);
}

export interface LeaveVisit__Output {
  'leaveId': (string);
  'appointmentId': (string);
  'version': (number);
  'patientId': (string);
  'state': (_healthbooker_scheduler_v1_LeaveVisitState__Output);
  'from': (_healthbooker_scheduler_v1_Slot__Output | null);
  'to': (_healthbooker_scheduler_v1_Slot__Output | null);
  'urgency': (_healthbooker_scheduler_v1_Urgency__Output);
  'targetDate': (string);
  'changedAt': (string);
  'status': (_healthbooker_scheduler_v1_VisitStatus__Output);
  'isUnreached': (boolean);
  'kind': (_healthbooker_scheduler_v1_DisruptionKind__Output);
}
