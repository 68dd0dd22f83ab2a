import type { Leave } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Leave';
import type { LeaveVisit } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveVisit';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import { type SlotRow, toSlot } from '../calendar/slot.ts';
import { isTimeZone } from '../directory/local-time.ts';
import { type Urgency, urgencyNames } from '../engine/urgency.ts';
import { type Status, statusNames } from '../history/reservation.ts';
import { type DisruptionKind, disruptionKinds } from './disruption-rows.ts';
import { targetDateOf } from './find-options.ts';

const sql = {
  leave: loadSql(import.meta.url, './list-leave.sql'),
  visits: loadSql(import.meta.url, './list-leave-visits.sql'),
};

export type LeaveRow = {
  id: string;
  version: number;
  provider_id: string;
  provider_name: string;
  from_at: Date;
  to_at: Date;
  time_zone: string;
  note: string;
  created_at: Date;
  ended_at: Date | null;
  awaiting_answer: number;
  kept: number;
  refused: number;
  unplaced: number;
  settled: number;
};

/** The contract's Leave. */
export function toLeave(row: LeaveRow): Leave {
  return {
    id: row.id,
    version: row.version,
    providerId: row.provider_id,
    providerName: row.provider_name,
    fromAt: rfc3339(row.from_at),
    toAt: rfc3339(row.to_at),
    timeZone: isTimeZone(row.time_zone) ? row.time_zone : 'UTC',
    note: row.note,
    createdAt: rfc3339(row.created_at),
    endedAt: row.ended_at === null ? '' : rfc3339(row.ended_at),
    awaitingAnswer: row.awaiting_answer,
    kept: row.kept,
    refused: row.refused,
    unplaced: row.unplaced,
    settled: row.settled,
  };
}

const states = {
  proposed: 'LEAVE_VISIT_STATE_PROPOSED',
  kept: 'LEAVE_VISIT_STATE_KEPT',
  refused: 'LEAVE_VISIT_STATE_REFUSED',
  unplaced: 'LEAVE_VISIT_STATE_UNPLACED',
  settled: 'LEAVE_VISIT_STATE_SETTLED',
} as const;

/** A slot as JSON, as it was when it was listed: instants are text. */
type SlotJson = Pick<
  SlotRow,
  | 'id'
  | 'provider_id'
  | 'provider_name'
  | 'specialty_id'
  | 'visit_type_id'
  | 'location_id'
  | 'time_zone'
  | 'mode'
> & { start_at: string; end_at: string };

export type LeaveVisitRow = {
  leave_id: string;
  kind: DisruptionKind;
  appointment_id: string;
  version: number;
  patient_id: string;
  state: keyof typeof states;
  status: Status;
  changed_at: Date;
  urgency: Urgency;
  booked_at: Date;
  due_date: string | null;
  is_unreached: boolean;
  from_slot: SlotJson;
  to_slot: SlotJson | null;
  start_at: Date;
  time_zone: string;
};

/** The contract's LeaveVisit. */
export function toLeaveVisit(row: LeaveVisitRow): LeaveVisit {
  return {
    leaveId: row.leave_id,
    kind: disruptionKinds[row.kind],
    appointmentId: row.appointment_id,
    version: row.version,
    patientId: row.patient_id,
    state: states[row.state],
    from: slotOf(row.from_slot),
    to: row.to_slot === null ? null : slotOf(row.to_slot),
    urgency: urgencyNames[row.urgency],
    targetDate: targetDateOf(row),
    changedAt: rfc3339(row.changed_at),
    status: statusNames[row.status],
    isUnreached: (row.state === 'proposed' || row.state === 'unplaced') && row.is_unreached,
  };
}

function slotOf(slot: SlotJson) {
  return toSlot(slot.id, { ...slot, start_at: new Date(slot.start_at), end_at: new Date(slot.end_at) });
}

/** One leave; 'not-found' when there is none. */
export async function leaveById(on: Pool | Transaction, leaveId: string): Promise<Leave> {
  const [row] = await query<LeaveRow>(on, sql.leave, [null, null, true, leaveId, null, null, 1]);
  if (row === undefined) throw new ServiceError('not-found', 'There is no such leave.');
  return toLeave(row);
}

/** The visits of a disruption, or one of them. */
export async function visitsOfLeave(
  on: Pool | Transaction,
  leaveId: string,
  appointmentId: string | null = null,
): Promise<LeaveVisitRow[]> {
  return query<LeaveVisitRow>(on, sql.visits, [leaveId, null, null, appointmentId, 1000]);
}
