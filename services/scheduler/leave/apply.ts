import type { CallContext } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { lockSpecialties } from '../locks.ts';
import type { Parts } from '../parts.ts';
import { hitVisits, MOST_VISITS } from './hit-visits.ts';
import { lockTimes, type Patients } from './lock-patients.ts';
import type { Away } from './period.ts';
import { refuseTooMany } from './plan-moves.ts';
import { type Move, replaceVisits } from './replace-visits.ts';

const sql = {
  /**
   * A provider's slots within a leave that are taken or could be. Slots that are part of a longer visit are included,
   * since they are given back with it.
   */
  slots: statement(
    'leave-slots',
    `select id, specialty_id from slot
where provider_id = $1 and start_at < $3 and end_at > $2 and start_at > $4
  and (state <> 'closed' or merged_into is not null)`,
  ),
  overlapping: statement(
    'overlapping-leave',
    `select id from provider_leave
where provider_id = $1 and during && tstzrange($2, $3) and ended_at is null
limit 1`,
  ),
  insert: statement(
    'insert-leave',
    `insert into provider_leave(id, provider_id, during, note, created_at, request_sha256)
values ($1, $2, tstzrange($3, $4), $5, $6, $7)`,
  ),
  retire: loadSql(import.meta.url, '../calendar/retire-slots.sql'),
};

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

/** Slots of a provider within a leave that are taken or could be. */
export async function leaveSlots(
  on: Pool | Transaction,
  providerId: string,
  { from, to }: Pick<Away, 'from' | 'to'>,
  now: Date,
): Promise<{ id: string; specialty_id: string }[]> {
  return query(on, sql.slots, [providerId, from, to, now]);
}

/**
 * Saves a leave within a transaction: retires its slots, and moves the visits on them or puts them on the worklist
 * ({@link replaceVisits}). Returns the specialties to settle. The provider's availability is locked; specialties,
 * patients and slots are locked here, each in order.
 *
 * Errors: those of {@link replaceVisits}; conflict for a leave that overlaps another (details.leaveId); invalid for one
 * that meets more than 1,000 visits.
 */
export async function applyLeave(
  tx: Transaction,
  parts: Parts,
  leave: LeaveToApply,
  patients: Patients,
  context: CallContext,
): Promise<string[]> {
  const { leaveId, providerId, away, moves, onlyIfUnchanged, operationKey } = leave;
  const now = parts.clock();
  const [other] = await query<{ id: string }>(tx, sql.overlapping, [providerId, away.from, away.to]);
  if (other !== undefined) {
    throw new ServiceError('conflict', 'The provider is on leave then already.', {
      details: { reason: 'overlap', leaveId: other.id },
    });
  }
  const own = await leaveSlots(tx, providerId, away, now);
  const slotIds = own.map(({ id }) => id);
  const specialties = [...new Set(own.map(({ specialty_id }) => specialty_id))];
  await lockSpecialties(tx, specialties);
  await patients.lock(tx);
  await lockTimes(tx, moves, slotIds);
  // All slots are locked, so nobody can book there any more and this list is complete.
  const hit = await hitVisits(tx, slotIds, now, MOST_VISITS + 1);
  refuseTooMany(hit, 'period');
  patients.require(hit);
  await query(tx, sql.insert, [
    leaveId,
    providerId,
    away.from,
    away.to,
    leave.note,
    now,
    leave.requestSha256,
  ]);
  await query(tx, sql.retire, [slotIds]);
  await replaceVisits(
    tx,
    parts,
    hit,
    { disruptionId: leaveId, moves, onlyIfUnchanged, operationKey },
    context,
  );
  return specialties;
}
