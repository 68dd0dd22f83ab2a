import { type CallContext, isInGroup } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import type { ReservationRow } from './booking/rows.ts';

const teamOf = loadSql(import.meta.url, './sql/team-of.sql');

/** In which role somebody deals with a reservation. */
export type Role = 'patient' | 'provider' | 'receptionist' | 'workload';

/** Refuses a patient who asks for somebody else; staff who may book for patients pass. */
export function refuseOtherPatient(context: CallContext, patientId: string): void {
  if (isStaff(context) || isPatient(context, patientId)) return;
  throw new ServiceError('forbidden', 'You may only do this for yourself.');
}

/** Whether the caller books on behalf of patients. */
export function isStaff(context: CallContext): boolean {
  return isInGroup(context.caller, 'Receptionists') || isInGroup(context.caller, 'Providers');
}

function isPatient({ caller }: CallContext, patientId: string): boolean {
  return isInGroup(caller, 'Patients') && caller.kind === 'person' && caller.personId === patientId;
}

/**
 * The caller's role towards a reservation: its patient, its provider, reception, or a service acting for nobody.
 * 'not-found' for everybody else, as if it did not exist.
 */
export function roleTowards(context: CallContext, reservation: ReservationRow): Role {
  const { caller } = context;
  if (caller.kind === 'workload') return 'workload';
  if (isPatient(context, reservation.patient_id)) return 'patient';
  if (isInGroup(caller, 'Providers') && caller.personId === reservation.provider_id) return 'provider';
  if (isInGroup(caller, 'Receptionists')) return 'receptionist';
  throw new ServiceError('not-found', 'There is no such appointment.');
}

/** The team of a provider, or undefined when the directory does not know them. */
export async function teamOfProvider(
  on: Pool | Transaction,
  providerId: string,
): Promise<string | undefined> {
  const [provider] = await query<{ team_id: string }>(on, teamOf, [providerId]);
  return provider?.team_id;
}
