import type { CallContext } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { explainConstraint } from '../booking/constraints.ts';
import { askedBy, type Role } from '../care/access.ts';
import { entryFor, recordAccess, rightToEntry } from '../care/access-log/record.ts';
import { requestHash } from '../history/request-hash.ts';
import type { Parts } from '../parts.ts';
import type { EntryRow } from './entry.ts';
import { notWaiting, roleTowardsEntry } from './entry-access.ts';
import { lockEntry, lockOffered, type Whose } from './lock-entry.ts';
import { type Cause, selectEntry } from './write-entry.ts';

const sql = {
  /** The patient and the specialty of an entry; neither ever changes. */
  find: statement(
    'find-entry',
    `select patient_id, specialty_id from waitlist_entry where appointment_id = $1`,
  ),
  findOperation: loadSql(import.meta.url, '../booking/find-operation.sql'),
};

export type EntryRequest = {
  /** Names the RPC: part of the request's hash. */
  operation: string;
  /** Everything that distinguishes this request, without its operation key. */
  request: Record<string, unknown> & { appointmentId: string; expectedVersion: number };
  operationKey: string;
  /**
   * Whether the change searches for a slot or frees one: then the specialty is locked, and settled after the commit.
   */
  settles: boolean;
  /** Decides and writes within the transaction; answers with the entry as it is then. */
  plan(tx: Transaction, entry: EntryRow, role: Role, cause: Cause): Promise<EntryRow>;
};

/** An entry after a change, and in which role the caller asked for it. */
export type Changed = { entry: EntryRow; role: Role; isRepeat: boolean };

/**
 * Every change that a person makes to an entry goes through here. In one transaction it locks, answers a repeated
 * operation with the entry as it is, compares the version, and lets `plan` write the next one.
 *
 * Errors: not-found, conflict (another version came first; details.currentVersion), idempotency-mismatch, and those of
 * `plan`. After 'unavailable' or 'deadline' repeat with the same key.
 */
export async function changeEntry(parts: Parts, asked: EntryRequest, context: CallContext): Promise<Changed> {
  const { operationKey, operation, request } = asked;
  const { appointmentId, expectedVersion } = request;
  const [whose] = await query<Whose>(parts.pool, sql.find, [appointmentId]);
  if (whose === undefined) throw notWaiting();
  const role = await roleTowardsEntry(parts.pool, context, whose, parts.clock());
  const { bookings } = parts.measures;
  const record = (tx: Transaction, action: 'read' | 'write') => {
    const why = rightToEntry(context, role, whose.patient_id);
    return recordAccess(
      tx,
      context,
      [whose.patient_id],
      { action, what: entryFor(role), why },
      parts.clock(),
    );
  };
  try {
    const changed = await transaction(
      parts.pool,
      async (tx) => {
        const lock = asked.settles ? lockEntry : lockOffered;
        await lock(tx, appointmentId, whose);
        const entry = await selectEntry(tx, appointmentId);
        if (entry === undefined) throw notWaiting();
        if (await isRepeat(tx, entry, operationKey, requestHash(operation, request))) {
          await record(tx, 'read');
          return { entry, role, isRepeat: true };
        }
        if (entry.version !== expectedVersion) throw staleEntry(entry);
        const planned = await asked.plan(tx, entry, role, causeOf(asked, context));
        await record(tx, 'write');
        return { entry: planned, role, isRepeat: false };
      },
      { deadline: context.deadline, attempts: 3 },
    );
    bookings.inc({ operation, outcome: changed.isRepeat ? 'repeated' : 'done' });
    parts.relay.wake();
    if (asked.settles) parts.settler.settle(whose.specialty_id);
    return changed;
  } catch (error) {
    const explained = explainConstraint(error);
    const outcome = explained instanceof ServiceError ? explained.kind : 'internal';
    bookings.inc({ operation, outcome });
    throw explained;
  }
}

/** Who asked for what, as it is kept with the decision. */
export function causeOf(
  asked: Pick<Cause, 'operation' | 'request' | 'operationKey'>,
  context: CallContext,
): Cause {
  const { operation, request, operationKey } = asked;
  const { caller, trace } = context;
  const actor = caller.kind === 'person' ? caller.personId : caller.service;
  return { operation, request, operationKey, actor, askedBy: askedBy(context), trace };
}

/** Whether this operation was done before. Errors: idempotency-mismatch when the key was used for another one. */
export async function isRepeat(
  tx: Transaction,
  { patient_id, appointment_id }: Pick<EntryRow, 'patient_id' | 'appointment_id'>,
  operationKey: string,
  hash: Buffer,
): Promise<boolean> {
  const [earlier] = await query<{ request_sha256: Buffer }>(tx, sql.findOperation, [
    patient_id,
    operationKey,
    appointment_id,
  ]);
  if (earlier === undefined) return false;
  if (earlier.request_sha256.equals(hash)) return true;
  throw new ServiceError('idempotency-mismatch', 'This key was used for another request.');
}

/** Refuses what only open entries can do. */
export function refuseClosed(entry: EntryRow): void {
  if (entry.state === 'waiting' || entry.state === 'offered') return;
  const why = {
    booked: 'This entry has become an appointment.',
    withdrawn: 'This place on the waiting list was given up.',
    lapsed: 'This place on the waiting list has lapsed.',
  }[entry.state];
  throw new ServiceError('conflict', why, { details: { reason: 'state' } });
}

function staleEntry(entry: EntryRow): ServiceError {
  return new ServiceError(
    'conflict',
    'This place on the waiting list has changed in the meantime. Look at it again.',
    {
      details: { currentVersion: String(entry.version) },
    },
  );
}
