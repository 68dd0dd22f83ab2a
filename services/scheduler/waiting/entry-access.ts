import { type CallContext, isInGroup, personOf, refuseForOneself } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import { actingFor, type Role, roleOf } from '../care/access.ts';
import { Refusal } from '../care/access-log/refusal.ts';
import type { EntryRow } from './entry.ts';

const UNKNOWN = 'There is no such entry of a waiting list.';
const isOfSpecialty = loadSql(import.meta.url, './is-of-specialty.sql');

/** Whether the caller is a provider of a team that has the specialty. */
export async function treatsSpecialty(
  on: Pool | Transaction,
  context: CallContext,
  specialtyId: string,
): Promise<boolean> {
  if (!isInGroup(context.caller, 'Providers')) return false;
  const { personId } = personOf(context);
  const [row] = await query<{ is_of: boolean }>(on, isOfSpecialty, [personId, specialtyId]);
  return row?.is_of === true;
}

/**
 * The caller's role towards an entry: its patient (or who acts for them), a provider of the specialty, reception (and
 * administrators, who see as much), or a service acting for nobody. 'not-found' for everybody else, as if it did not exist; 'forbidden'
 * for staff whose own place it is.
 */
export async function roleTowardsEntry(
  on: Pool | Transaction,
  context: CallContext,
  entry: Pick<EntryRow, 'patient_id' | 'specialty_id'>,
  now: Date,
): Promise<Role> {
  if (context.caller.kind === 'workload') return 'workload';
  const acting = await actingFor(on, context, entry.patient_id, now);
  if (acting !== undefined) return roleOf(acting);
  refuseForOneself(context, entry.patient_id);
  if (await treatsSpecialty(on, context, entry.specialty_id)) return 'provider';
  const { caller } = context;
  if (isInGroup(caller, 'Receptionists') || isInGroup(caller, 'Admins')) return 'receptionist';
  const tried = { patientId: entry.patient_id, what: 'waiting-reason' } as const;
  throw new Refusal('not-found', UNKNOWN, tried);
}

/** The error for an entry that does not exist, and for a caller who may not know of it. */
export function notWaiting(): ServiceError {
  return new ServiceError('not-found', UNKNOWN);
}
