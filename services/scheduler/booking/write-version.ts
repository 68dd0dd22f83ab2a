import type { Reservation } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import type { ReservationVersion__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReservationVersion';
import { readReservationVersion } from '@healthbooker/protos/gen/readers';
import type { CallContext } from '@healthbooker/runtime/context';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { toTraceparent } from '@healthbooker/runtime/trace';
import { askedBy, type Role } from '../care/access.ts';
import { isShownReason, recordAccess, rightToVisit, visitFor } from '../care/access-log/record.ts';
import type { Seen } from '../engine/proposal.ts';
import { newDecisionColumns, operationColumns } from '../history/decision-row.ts';
import { requestHash } from '../history/request-hash.ts';
import {
  type ChangeName,
  type ReservationRow,
  reservationColumns,
  type Standing,
  type Status,
  toKeptVersion,
} from '../history/reservation.ts';
import { lockPatients } from '../locks.ts';
import type { Parts } from '../parts.ts';
import { explainConstraint } from './constraints.ts';

const sql = {
  findOperation: loadSql(import.meta.url, './find-operation.sql'),
  select: loadSql(import.meta.url, './select-reservation.sql', { reservationColumns }),
  update: loadSql(import.meta.url, './update-reservation.sql'),
  freeSlots: loadSql(import.meta.url, './free-slots.sql'),
  slot: statement('live-slot', 'select id from slot where id = $1'),
  insertDecision: loadSql(import.meta.url, './insert-decision.sql', { newDecisionColumns, operationColumns }),
  insertEvent: loadSql(import.meta.url, './insert-event.sql'),
};

/** Whose visit it is, and whether access needs make it longer. */
export const findPatient = statement(
  'find-patient',
  `select patient_id, coalesce(details -> 'needs', '[]') <> '[]' as is_longer from reservation where appointment_id = $1`,
);

/** The next version, decided with the patient locked. */
export type NextVersion = {
  change: ChangeName;
  status: Status;
  slotId: string;
  /** The slot given back by this change. */
  freedSlotId?: string;
  ruleVersion: number;
  /** What it was decided on; kept with the decision. */
  seen: Seen;
  /** The hospital moved the visit and asks the patient; every other change is an answer. */
  awaitsAnswer?: boolean;
  /** What the hospital says of the time the visit has; left out, what it said last. */
  standing?: Standing;
};

export type ChangeRequest = {
  /** Names the RPC: part of the request's hash. */
  operation: string;
  /** Everything that distinguishes this request, without its operation key. */
  request: Record<string, unknown>;
  operationKey: string;
  appointmentId: string;
  expectedVersion: number;
  /**
   * The caller's role towards this reservation; undefined for office staff. Throws when the caller may not know of it.
   */
  authorise(tx: Transaction, current: ReservationRow): Promise<Role | undefined>;
  /** Decides within the transaction; may take and end holds. */
  plan(tx: Transaction, current: ReservationRow): Promise<NextVersion>;
};

/**
 * The one writer of every version of a reservation but its first, which `write-bookings.ts` writes. In one transaction
 * it locks the patient, answers a repeated operation with what it answered first, compares the version, asks `plan` what
 * comes next and writes reservation, decision and event.
 * After the commit freed slots are settled and the event is on its way.
 *
 * Errors: not-found, conflict (another version came first; details.currentVersion), idempotency-mismatch, and those
 * of `plan`. After 'unavailable' or 'deadline' repeat with the same key.
 */
export async function writeVersion(
  parts: Parts,
  change: ChangeRequest,
  context: CallContext,
): Promise<Reservation> {
  const { bookings } = parts.measures;
  try {
    const write = async (tx: Transaction) => {
      const done = await writeVersionIn(tx, parts, change, context);
      await recordWritten(tx, parts, context, [done]);
      return done;
    };
    const written = await transaction(parts.pool, write, { deadline: context.deadline, attempts: 3 });
    bookings.inc({ operation: change.operation, outcome: written.isRepeat ? 'repeated' : 'done' });
    parts.relay.wake();
    if (written.freedSpecialtyId !== undefined) parts.settler.settle(written.freedSpecialtyId);
    return written.reservation;
  } catch (error) {
    const explained = explainConstraint(error);
    const outcome = explained instanceof ServiceError ? explained.kind : 'internal';
    bookings.inc({ operation: change.operation, outcome });
    throw explained;
  }
}

export type Written = {
  reservation: Reservation;
  patientId: string;
  /** As whom the caller dealt with it; undefined for office staff. */
  role: Role | undefined;
  isRepeat: boolean;
  freedSpecialtyId?: string | undefined;
};

/**
 * Records that the caller changed visits, or read the answer of a repeat: a row for each patient, in the transaction
 * that changed them. All are in the same role.
 */
export async function recordWritten(
  tx: Transaction,
  parts: Parts,
  context: CallContext,
  written: readonly Written[],
): Promise<void> {
  const [first] = written;
  if (first === undefined) return;
  const why = rightToVisit(context, first.role, first.patientId);
  const action = written.every(({ isRepeat }) => isRepeat) ? 'read' : 'write';
  const patientIds = written.map(({ patientId }) => patientId);
  await recordAccess(tx, context, patientIds, { action, what: visitFor(first.role), why }, parts.clock());
}

/**
 * Like {@link writeVersion}, within a transaction that writes more. The caller records it (`recordWritten`), and
 * settles and wakes the relay afterwards.
 */
export async function writeVersionIn(
  tx: Transaction,
  parts: Parts,
  change: ChangeRequest,
  context: CallContext,
): Promise<Written> {
  const { appointmentId, operationKey, expectedVersion } = change;
  const hash = requestHash(change.operation, change.request);
  await lockPatients(tx, [await patientOf(tx, change)]);
  const [current] = await query<ReservationRow>(tx, sql.select, [appointmentId]);
  if (current === undefined) throw new ServiceError('not-found', 'There is no such appointment.');
  const role = await change.authorise(tx, current);
  const whose = { patientId: current.patient_id, role };
  const repeated = await findOperation(tx, current, operationKey, hash);
  if (repeated !== undefined)
    return { ...whose, reservation: shownTo(role, repeated, current), isRepeat: true };
  if (current.version !== expectedVersion) throw staleVersion(current);

  const next = await change.plan(tx, current);
  const now = parts.clock();
  const freed = await store(tx, change, next, now);
  const [row] = await query<ReservationRow>(tx, sql.select, [appointmentId]);
  if (row === undefined) throw new Error('a reservation just written is not there');
  const event = toKeptVersion(row);
  await query(tx, sql.insertDecision, [
    appointmentId,
    row.version,
    operationKey,
    hash,
    next.ruleVersion,
    { actor: actorOf(context), askedBy: askedBy(context), request: change.request, seen: next.seen },
    { change: next.change, status: next.status, startAt: rfc3339(row.start_at), reservation: event },
    now,
    row.patient_id,
  ]);
  await query(tx, sql.insertEvent, [appointmentId, row.version, event, toTraceparent(context.trace), now]);
  const freedSpecialtyId = freed ? current.specialty_id : undefined;
  return { ...whose, reservation: shownTo(role, event, current), isRepeat: false, freedSpecialtyId };
}

/**
 * A reservation as this role is shown it: with the patient's reason for those who may read it, without the referral for
 * a proxy for bookings only.
 */
export function shownTo(
  role: Role | undefined,
  version: ReservationVersion__Output,
  { reason }: Pick<ReservationRow, 'reason'>,
): Reservation {
  const shown = { ...version, reason: isShownReason(role) ? reason : '' };
  return role === 'booker' ? { ...shown, referralId: '' } : shown;
}

async function patientOf(tx: Transaction, change: ChangeRequest): Promise<string> {
  const [found] = await query<{ patient_id: string }>(tx, findPatient, [change.appointmentId]);
  if (found === undefined) throw new ServiceError('not-found', 'There is no such appointment.');
  return found.patient_id;
}

/** The answer this operation was given before, if it is the same operation. */
async function findOperation(
  tx: Transaction,
  { patient_id, appointment_id }: ReservationRow,
  operationKey: string,
  hash: Buffer,
): Promise<ReservationVersion__Output | undefined> {
  const [earlier] = await query<{ request_sha256: Buffer; outcome: unknown }>(tx, sql.findOperation, [
    patient_id,
    operationKey,
    appointment_id,
  ]);
  if (earlier === undefined) return undefined;
  if (!earlier.request_sha256.equals(hash)) {
    throw new ServiceError('idempotency-mismatch', 'This key was used for another request.');
  }
  return readReservationVersion(earlier.outcome);
}

/** Writes the reservation's next version and gives back a slot; says whether one was given back. */
async function store(tx: Transaction, change: ChangeRequest, next: NextVersion, now: Date): Promise<boolean> {
  const { appointmentId, expectedVersion } = change;
  const written = await query(tx, sql.update, [
    appointmentId,
    expectedVersion,
    next.slotId,
    next.status,
    isNews(next) ? 1 : 0,
    now,
    next.awaitsAnswer ?? false,
    next.standing ?? null,
  ]);
  if (written.length !== 1) throw new ServiceError('conflict', 'Another change came first. Look again.');
  if (next.freedSlotId === undefined) return false;
  const freed = await query(tx, sql.freeSlots, [[next.freedSlotId]]);
  if (freed.length === 1) return true;
  // Weeks after the visit its slot has left the live ones: nothing is given back.
  const live = await query(tx, sql.slot, [next.freedSlotId]);
  if (live.length > 0) throw new Error('the slot of a reservation was not booked');
  return false;
}

/** Whether the calendar entry changes, and the patient is told: SEQUENCE rises (RFC 5545). */
function isNews({ change, status, standing }: NextVersion): boolean {
  return change === 'moved' || status === 'cancelled' || standing !== undefined;
}

/** The refusal of a change that is based on another version. */
export function staleVersion(current: Pick<ReservationRow, 'version'>): ServiceError {
  return new ServiceError('conflict', 'This appointment has changed in the meantime. Look at it again.', {
    details: { currentVersion: String(current.version) },
  });
}

/** Who asked, as decisions name them. */
export function actorOf({ caller }: CallContext): string {
  return caller.kind === 'person' ? caller.personId : caller.service;
}
