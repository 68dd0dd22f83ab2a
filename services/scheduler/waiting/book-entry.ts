import { rfc3339 } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { toTraceparent } from '@healthbooker/runtime/trace';
import { RULE_VERSION } from '../engine/decide.ts';
import { newDecisionColumns, operationColumns } from '../history/decision-row.ts';
import { requestHash } from '../history/request-hash.ts';
import {
  newReservationColumns,
  type ReservationRow,
  reservationColumns,
  toKeptVersion,
} from '../history/reservation.ts';
import type { EntryRow } from './entry.ts';
import { type Cause, type EntryStep, inputsOf, updateEntry } from './write-entry.ts';

const sql = {
  bookSlot: loadSql(import.meta.url, '../booking/book-slot.sql'),
  /** The reservation that an entry becomes, at the version after the entry's. No row when a constraint objects. */
  insert: statement(
    'insert-waited-reservation',
    `insert into reservation(${newReservationColumns})
select $1, $2, s.id, s.during, $4, 'booked', 0, $5, $6, $6, $7
from slot s where s.id = $3
on conflict do nothing
returning appointment_id`,
  ),
  select: loadSql(import.meta.url, '../booking/select-reservation.sql', { reservationColumns }),
  insertDecision: loadSql(import.meta.url, '../booking/insert-decision.sql', {
    newDecisionColumns,
    operationColumns,
  }),
  insertEvent: loadSql(import.meta.url, '../booking/insert-event.sql'),
};

/**
 * Turns an entry into the reservation of the slot that is held for it, with the same id and the next version, and
 * writes its decision and event. Entry, patient and slot are locked.
 *
 * Errors: conflict when the patient is somewhere else at that time or their referral is used already.
 */
export async function bookEntry(
  tx: Transaction,
  entry: EntryRow,
  slotId: string,
  step: Pick<EntryStep, 'seen' | 'ruleVersion'>,
  cause: Cause,
  now: Date,
): Promise<ReservationRow> {
  const version = entry.version + 1;
  const booked = await query(tx, sql.bookSlot, [slotId, 'held']);
  if (booked.length !== 1) throw new Error('the slot of an offer was not held');
  const details = {
    reason: entry.reason,
    urgency: entry.urgency,
    needs: entry.needs,
    // What staff book does not count against the patient's limits.
    ...(cause.askedBy === 'staff' ? { by_staff: true } : {}),
  };
  const written = await query(tx, sql.insert, [
    entry.appointment_id,
    entry.patient_id,
    slotId,
    version,
    details,
    now,
    entry.referral_id,
  ]);
  if (written.length !== 1) {
    throw new ServiceError(
      'conflict',
      'You have another visit at that time, or your referral is used already.',
      {
        details: { reason: 'overlap' },
      },
    );
  }
  await updateEntry(tx, entry, { ...step, change: 'booked', state: 'booked' }, now);
  const [row] = await query<ReservationRow>(tx, sql.select, [entry.appointment_id]);
  if (row === undefined) throw new Error('a reservation just written is not there');
  const event = toKeptVersion(row);
  await query(tx, sql.insertDecision, [
    entry.appointment_id,
    version,
    cause.operationKey,
    requestHash(cause.operation, cause.request),
    step.ruleVersion ?? RULE_VERSION,
    inputsOf(cause, step.seen),
    { change: 'booked', status: 'booked', startAt: rfc3339(row.start_at), reservation: event },
    now,
    entry.patient_id,
  ]);
  await query(tx, sql.insertEvent, [entry.appointment_id, version, event, toTraceparent(cause.trace), now]);
  return row;
}
