import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, statement, type Transaction, together } from '@healthbooker/runtime/postgres';
import { newTrace, type TraceContext, toTraceparent } from '@healthbooker/runtime/trace';
import { RULE_VERSION } from '../engine/decide.ts';
import type { Seen } from '../engine/proposal.ts';
import { newDecisionColumns, operationColumns } from '../history/decision-row.ts';
import { requestHash } from '../history/request-hash.ts';
import {
  type Contact,
  type EntryChange,
  type EntryRow,
  type EntryState,
  entryColumns,
  toKeptEntry,
} from './entry.ts';

const sql = {
  select: loadSql(import.meta.url, './select-entry.sql', { entryColumns }),
  update: loadSql(import.meta.url, './update-entry.sql'),
  /** Operation, decision and event of a version of an entry. The event carries the entry from the decision's outcome. */
  insertVersion: statement(
    'insert-entry-version',
    `with operated as (
  insert into operation(${operationColumns})
  values ($10, $3, $1, $2, $4, null)),
decided as (
  insert into decision(${newDecisionColumns})
  values ($1, $2, $3, $4, $5, $6, $7, $9))
insert into outbox(key, version, type, payload, traceparent, created_at)
values ($1::uuid, $2, 'waitlist.changed', $7::jsonb -> 'entry', $8, $9)`,
  ),
};

/** Who asked for a change, with its operation key and trace. */
export type Cause = {
  operationKey: string;
  /** Names the RPC or job, with everything that distinguishes the request. */
  operation: string;
  request: Record<string, unknown>;
  actor: string;
  askedBy: 'patient' | 'staff' | 'service';
  trace: TraceContext;
};

/** A change that the scheduler makes by itself. `about` distinguishes it from all others of this entry. */
export function ownCause(operation: string, about: string): Cause {
  return {
    operationKey: `${operation}:${about}`,
    operation,
    request: { about },
    actor: 'scheduler',
    askedBy: 'service',
    trace: newTrace(),
  };
}

/** The fields of an entry that a change may set. */
export type EntryPatch = Partial<
  Pick<
    EntryRow,
    | 'misses'
    | 'urgency'
    | 'auto_accept'
    | 'visit_type_id'
    | 'provider_id'
    | 'location_id'
    | 'region_ids'
    | 'earliest_date'
    | 'latest_date'
    | 'times_of_day'
    | 'days_of_week'
    | 'mode'
    | 'needs'
    | 'target_date'
    | 'reason'
  >
> & { contact?: Contact };

export type EntryStep = {
  change: EntryChange;
  state: EntryState;
  patch?: EntryPatch;
  ruleVersion?: number;
  seen: Seen;
};

/** The entry with its offer; undefined when there is none of this id. */
export async function selectEntry(tx: Transaction, entryId: string): Promise<EntryRow | undefined> {
  const [row] = await query<EntryRow>(tx, sql.select, [entryId]);
  return row;
}

/** Writes the next version of an entry. Its row and its patient are locked. */
export async function updateEntry(
  tx: Transaction,
  entry: EntryRow,
  step: EntryStep,
  now: Date,
): Promise<void> {
  const next = { ...entry, ...step.patch };
  const updated = await query(tx, sql.update, [
    entry.appointment_id,
    entry.version,
    step.state,
    step.change,
    next.misses,
    next.urgency,
    next.auto_accept,
    next.visit_type_id,
    next.provider_id,
    next.location_id,
    next.earliest_date,
    next.latest_date,
    next.times_of_day,
    next.days_of_week,
    next.mode,
    next.needs.length > 0,
    next.target_date,
    { reason: next.reason, needs: next.needs, ...(next.contact === null ? {} : { contact: next.contact }) },
    now,
    next.region_ids,
  ]);
  if (updated.length !== 1) throw new ServiceError('conflict', 'Another change came first. Look again.');
}

/** Writes decision and event of the version just written, and returns the entry as it is then. */
export async function recordEntry(
  tx: Transaction,
  entryId: string,
  step: EntryStep,
  cause: Cause,
  now: Date,
): Promise<EntryRow> {
  return recordRow(tx, await selectEntry(tx, entryId), step, cause, now);
}

async function recordRow(
  tx: Transaction,
  row: EntryRow | undefined,
  step: EntryStep,
  cause: Cause,
  now: Date,
): Promise<EntryRow> {
  if (row === undefined) throw new Error('an entry just written is not there');
  const event = toKeptEntry(row);
  await query(tx, sql.insertVersion, [
    row.appointment_id,
    row.version,
    cause.operationKey,
    requestHash(cause.operation, cause.request),
    step.ruleVersion ?? RULE_VERSION,
    inputsOf(cause, step.seen),
    { change: step.change, state: step.state, entry: event },
    toTraceparent(cause.trace),
    now,
    row.patient_id,
  ]);
  return row;
}

/**
 * The next version with its decision and event. `alongside` is a statement of the same change that was sent just
 * before, so that all take one round trip; its failure is thrown.
 */
export async function writeEntry(
  tx: Transaction,
  entry: EntryRow,
  step: EntryStep,
  cause: Cause,
  now: Date,
  alongside?: Promise<unknown>,
): Promise<EntryRow> {
  const written = [alongside, updateEntry(tx, entry, step, now)];
  const [row] = await together([selectEntry(tx, entry.appointment_id), ...written]);
  return recordRow(tx, row, step, cause, now);
}

/** What is kept with a decision about how it came to be. */
export function inputsOf({ actor, askedBy, request }: Cause, seen: Seen): Record<string, unknown> {
  return { actor, askedBy, request, seen };
}
