import type { CallContext, Group } from '@healthbooker/runtime/context';
import { isInGroup, personOf } from '@healthbooker/runtime/context';
import { type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import type { Role } from '../access.ts';

/** The columns that a new row of `access` sets. */
export const accessColumns = 'at, patient_id, reader_id, reader_name, role, action, what, why, trace_id';

/** One row for each patient, with the reader's name as the directory has it now. */
const insert = statement(
  'record-access',
  `insert into access(${accessColumns})
select $1, whose.patient_id, $2, coalesce((select name from provider where id = $2), ''), $3, $4, $5, $6, $7
from (select distinct unnest($8::uuid[]) as patient_id) whose`,
);

/** What of a patient's was read or written. `visit-reason` and `waiting-reason` hold the patient's own words. */
export type What =
  | 'visit'
  | 'visit-reason'
  | 'waiting'
  | 'waiting-reason'
  | 'symptoms'
  | 'urgency'
  | 'referral'
  | 'decision';

/** The right by which the caller has access; `none` for a refusal. */
export type Why =
  | 'own-record'
  | 'proxy'
  | 'own-visit'
  | 'team'
  | 'specialty'
  | 'care-relationship'
  | 'office'
  | 'none';

export type Access = { action: 'read' | 'write'; what: What; why: Why };

/** The person and the role that a row names. */
export type Reader = { reader_id: string; role: Group | 'proxy'; why: Why };

/**
 * Records what the caller is about to read or has written: a row for each patient, in one statement. It is committed
 * before the answer leaves; when that fails, the request fails. Errors: those of `query`.
 */
export async function recordAccess(
  on: Pool | Transaction,
  context: CallContext,
  patientIds: readonly string[],
  { action, what, why }: Access,
  now: Date,
): Promise<void> {
  if (patientIds.length === 0) return;
  const { reader_id, role } = readerOf(context, why);
  await query(on, insert, [now, reader_id, role, action, what, why, context.trace.traceId, patientIds]);
}

/** The caller, in the role in which they have this right. */
export function readerOf(context: CallContext, why: Why): Reader {
  return { reader_id: personOf(context).personId, role: actingAs(context, why), why };
}

function actingAs({ caller }: CallContext, why: Why): Reader['role'] {
  const first = (...among: Group[]) => among.find((group) => isInGroup(caller, group));
  switch (why) {
    case 'own-record':
      return 'Patients';
    case 'proxy':
      return 'proxy';
    case 'own-visit':
    case 'team':
    case 'specialty':
    case 'care-relationship':
      return 'Providers';
    case 'office':
      return first('Receptionists', 'Providers') ?? 'Admins';
    case 'none':
      return first('Providers', 'Receptionists', 'Admins', 'Managers', 'Privacy') ?? 'Patients';
  }
}

/** The right on the patient's side: the patient's own, or a proxy's. */
export function ownOrProxy(context: CallContext, patientId: string): 'own-record' | 'proxy' {
  return personOf(context).personId === patientId ? 'own-record' : 'proxy';
}

/** By which right somebody in this role deals with a visit. */
export function rightToVisit(context: CallContext, role: Role | undefined, patientId: string): Why {
  if (role === 'patient' || role === 'booker') return ownOrProxy(context, patientId);
  return role === 'provider' ? 'own-visit' : 'office';
}

/** By which right somebody in this role deals with an entry of a waiting list. */
export function rightToEntry(context: CallContext, role: Role, patientId: string): Why {
  if (role === 'patient' || role === 'booker') return ownOrProxy(context, patientId);
  return role === 'provider' ? 'specialty' : 'office';
}

/** Whether somebody in this role is shown the patient's own words. */
export function isShownReason(role: Role | undefined): boolean {
  return role === 'patient' || role === 'provider';
}

/** A visit as this role is shown it. */
export function visitFor(role: Role | undefined): 'visit' | 'visit-reason' {
  return isShownReason(role) ? 'visit-reason' : 'visit';
}

/** An entry of a waiting list as this role is shown it. */
export function entryFor(role: Role): 'waiting' | 'waiting-reason' {
  return isShownReason(role) ? 'waiting-reason' : 'waiting';
}
