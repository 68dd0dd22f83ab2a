import type { CallContext } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import { recordAccess } from '../access-log/record.ts';
import { nextSlots } from '../booking/longer.ts';
import { takeSlot } from '../booking/take-slot.ts';
import { writeVersionIn } from '../booking/write-version.ts';
import type { Parts } from '../parts.ts';
import type { AffectedRow } from './find-options.ts';
import type { Away } from './period.ts';
import { sayUnplaced } from './standing.ts';
import { refuseOutOfReach } from './within-reach.ts';

const sql = {
  affected: loadSql(import.meta.url, '../sql/leave-affected.sql'),
  slots: loadSql(import.meta.url, '../sql/leave-slots.sql'),
  specialties: loadSql(import.meta.url, '../sql/slot-specialties.sql'),
  lockSpecialties: loadSql(import.meta.url, '../sql/lock-specialties.sql'),
  lockPatients: loadSql(import.meta.url, '../sql/lock-patients.sql'),
  lockSlots: loadSql(import.meta.url, '../sql/lock-slots.sql'),
  overlapping: loadSql(import.meta.url, '../sql/overlapping-leave.sql'),
  insert: loadSql(import.meta.url, '../sql/insert-leave.sql'),
  insertVisits: loadSql(import.meta.url, '../sql/insert-leave-visits.sql'),
  retire: loadSql(import.meta.url, '../sql/retire-slots.sql'),
};
const MOST_VISITS = 1000;

export type Move = { appointmentId: string; expectedVersion: number; toSlotId: string | null };

export type LeaveToApply = {
  leaveId: string;
  providerId: string;
  away: Away;
  note: string;
  moves: readonly Move[];
  onlyIfUnchanged: boolean;
  operationKey: string;
  requestSha256: Buffer;
};

/** Refusals of one move before anything of it was written: the visit stays where it is. Others end the transaction. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'slot-taken',
  'conflict',
  'too-soon',
  'not-found',
  'invalid',
]);

/**
 * Saves a leave within a transaction: its slots are retired, visits that are as they were planned move to their new
 * times and wait for the patients' answers, the others stay booked and go to the worklist, and their patients are told.
 * Returns the specialties to settle. The provider's availability is locked; specialties, patients and slots are locked here, each in order.
 *
 * Errors: conflict for a leave that overlaps another (details.leaveId), and with `onlyIfUnchanged` when a planned visit
 * or slot has changed (details.appointmentIds).
 */
export async function applyLeave(
  tx: Transaction,
  parts: Parts,
  leave: LeaveToApply,
  context: CallContext,
): Promise<string[]> {
  const { leaveId, providerId, away, moves } = leave;
  const now = parts.clock();
  const [other] = await query<{ id: string }>(tx, sql.overlapping, [providerId, away.from, away.to]);
  if (other !== undefined) {
    throw new ServiceError('conflict', 'The provider is on leave then already.', {
      details: { reason: 'overlap', leaveId: other.id },
    });
  }
  const slots = await lockAll(tx, leave, now);
  // With all slots locked nobody can book there any more: these are all.
  const affected = await readAffected(tx, leave, now);
  await query(tx, sql.insert, [
    leaveId,
    providerId,
    away.from,
    away.to,
    leave.note,
    now,
    leave.requestSha256,
  ]);
  await query(tx, sql.retire, [slots.retired]);

  const planned = new Map(moves.map((move) => [move.appointmentId, move]));
  const changed = moves.map(({ appointmentId }) => appointmentId).filter((id) => !affected.has(id));
  const settled: { id: string; from: string; to: string | null }[] = [];
  for (const row of affected.values()) {
    const move = planned.get(row.appointment_id);
    const outcome = await moveVisit(tx, parts, leave, row, move, slots.patients, context);
    if (outcome === 'changed') changed.push(row.appointment_id);
    const isMoved = outcome === 'moved' && move !== undefined;
    settled.push({ id: row.appointment_id, from: row.slot_id, to: isMoved ? move.toSlotId : null });
  }
  if (leave.onlyIfUnchanged && changed.length > 0) {
    throw new ServiceError(
      'conflict',
      'Some visits or times have changed since the plan. Look at it again.',
      {
        details: { reason: 'plan-changed', appointmentIds: changed.join(',') },
      },
    );
  }
  await query(tx, sql.insertVisits, [
    leaveId,
    settled.map(({ id }) => id),
    settled.map(({ from }) => from),
    settled.map(({ to }) => to),
    now,
  ]);
  const stay = settled.filter(({ to }) => to === null).flatMap(({ id }) => affected.get(id) ?? []);
  await sayUnplaced(tx, parts, stay, leave, context);
  const access = { action: 'write', what: 'visit', why: 'office' } as const;
  const patientIds = [...affected.values()].map(({ patient_id }) => patient_id);
  await recordAccess(tx, context, patientIds, access, now);
  return slots.specialties;
}

type Locked = { retired: string[]; specialties: string[]; patients: Set<string> };

async function lockAll(tx: Transaction, leave: LeaveToApply, now: Date): Promise<Locked> {
  const { providerId, away, moves } = leave;
  const targets = moves.flatMap(({ toSlotId }) => toSlotId ?? []);
  const own = await query<{ id: string }>(tx, sql.slots, [providerId, away.from, away.to, now]);
  const retired = own.map(({ id }) => id);
  const found = await query<{ specialty_id: string }>(tx, sql.specialties, [[...retired, ...targets]]);
  const specialties = found.map(({ specialty_id }) => specialty_id);
  await query(tx, sql.lockSpecialties, [specialties]);
  const rows = [...(await readAffected(tx, leave, now)).values()];
  const patients = new Set(rows.map(({ patient_id }) => patient_id));
  await query(tx, sql.lockPatients, [[...patients].sort()]);
  const following = [...(await nextSlots(tx, targets)).values()];
  await query(tx, sql.lockSlots, [[...retired, ...targets, ...following]]);
  return { retired, specialties, patients };
}

async function readAffected(
  tx: Transaction,
  { providerId, away }: LeaveToApply,
  now: Date,
): Promise<Map<string, AffectedRow>> {
  const params = [providerId, away.from, away.to, now, MOST_VISITS];
  const rows = await query<AffectedRow>(tx, sql.affected, params);
  return new Map(rows.map((row) => [row.appointment_id, row]));
}

/** Moves one visit if it and its new time are as they were planned. */
async function moveVisit(
  tx: Transaction,
  parts: Parts,
  leave: LeaveToApply,
  row: AffectedRow,
  move: Move | undefined,
  lockedPatients: ReadonlySet<string>,
  context: CallContext,
): Promise<'moved' | 'unplaced' | 'changed'> {
  if (move === undefined || move.expectedVersion !== row.version || !lockedPatients.has(row.patient_id)) {
    return 'changed';
  }
  const slotId = move.toSlotId;
  if (slotId === null) return 'unplaced';
  try {
    await writeVersionIn(
      tx,
      parts,
      {
        operation: 'apply-leave',
        request: { leaveId: leave.leaveId, appointmentId: row.appointment_id, slotId },
        operationKey: leave.operationKey,
        appointmentId: row.appointment_id,
        expectedVersion: row.version,
        authorise: async () => undefined,
        async plan() {
          const next = await takeSlot(tx, {
            slotId,
            urgency: row.urgency,
            // Notice, horizon and carve-outs hold here as they do for patients.
            isStaff: false,
            // Refused below, as the whole change and not as one visit that is passed over.
            agreed: { otherRegion: true, steps: true },
            now: parts.clock(),
            moving: row,
            field: 'moves.toSlotId',
          });
          const reach = { patientId: row.patient_id, fromSlotId: row.slot_id, toSlotId: slotId };
          await refuseOutOfReach(tx, reach, 'moves.toSlotId');
          return { ...next, seen: { ...next.seen, leaveId: leave.leaveId }, awaitsAnswer: true };
        },
      },
      context,
    );
    return 'moved';
  } catch (error) {
    if (error instanceof ServiceError && error.cause === undefined && PASSED_OVER.has(error.kind)) {
      return 'changed';
    }
    throw error;
  }
}
