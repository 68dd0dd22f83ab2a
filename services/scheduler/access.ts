import { type CallContext, isInGroup, personOf, refuseForOneself } from '@healthbooker/runtime/context';
import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import type { What } from './access-log/record.ts';
import { Refusal } from './access-log/refusal.ts';
import type { ReservationRow } from './booking/rows.ts';

const teamOf = loadSql(import.meta.url, './sql/team-of.sql');
const isProxy = loadSql(import.meta.url, './sql/is-proxy.sql');
const careRelationship = loadSql(import.meta.url, './sql/has-care-relationship.sql');

/** In which role somebody deals with a reservation. */
export type Role = 'patient' | 'provider' | 'receptionist' | 'workload';

/**
 * Refuses who asks for a patient they do not act for, and wanted to read or write `what`; staff who may book for patients
 * pass, but not for themselves.
 */
export async function refuseOtherPatient(
  on: Pool | Transaction,
  context: CallContext,
  patientId: string,
  what: What,
): Promise<void> {
  refuseForOneself(context, patientId);
  if (isStaff(context) || (await actsFor(on, context, patientId))) return;
  const tried = { patientId, what };
  throw new Refusal('forbidden', 'You may only do this for yourself and for those you act for.', tried);
}

/** Whether the caller books on behalf of patients. */
export function isStaff(context: CallContext): boolean {
  return isInGroup(context.caller, 'Receptionists') || isInGroup(context.caller, 'Providers');
}

/** On whose side the caller stands; kept with each decision. */
export function askedBy(context: CallContext): 'patient' | 'staff' | 'service' {
  return context.caller.kind === 'workload' ? 'service' : context.caller.capacity;
}

/** Whether the caller is the patient or their proxy. */
export async function actsFor(
  on: Pool | Transaction,
  { caller }: CallContext,
  patientId: string,
): Promise<boolean> {
  if (!isInGroup(caller, 'Patients') || caller.kind !== 'person') return false;
  if (caller.personId === patientId) return true;
  return (await query(on, isProxy, [patientId, caller.personId])).length > 0;
}

/**
 * The caller's role towards a reservation: its patient (or who acts for them), its provider, reception, or a service
 * acting for nobody. 'not-found' for everybody else, as if it did not exist; 'forbidden' for staff whose own visit it is.
 */
export async function roleTowards(
  on: Pool | Transaction,
  context: CallContext,
  reservation: Pick<ReservationRow, 'patient_id' | 'provider_id'>,
): Promise<Role> {
  const { caller } = context;
  if (caller.kind === 'workload') return 'workload';
  if (await actsFor(on, context, reservation.patient_id)) return 'patient';
  refuseForOneself(context, reservation.patient_id);
  if (isInGroup(caller, 'Providers') && caller.personId === reservation.provider_id) return 'provider';
  if (isInGroup(caller, 'Receptionists')) return 'receptionist';
  const tried = { patientId: reservation.patient_id, what: 'visit-reason' } as const;
  throw new Refusal('not-found', 'There is no such appointment.', tried);
}

/** The team of a provider, or undefined when the directory does not know them. */
export async function teamOfProvider(
  on: Pool | Transaction,
  providerId: string,
): Promise<string | undefined> {
  const [provider] = await query<{ team_id: string }>(on, teamOf, [providerId]);
  return provider?.team_id;
}

/**
 * Whether somebody of the caller's team has a visit of the patient: not cancelled, from 12 months back on; never of oneself.
 * And what the directory calls the caller.
 */
export async function treats(
  on: Pool | Transaction,
  context: CallContext,
  patientId: string,
  now: Date,
): Promise<{ related: boolean; callerName: string }> {
  const { personId } = personOf(context);
  const params = [personId, patientId, now];
  const [row] = await query<{ related: boolean; caller_name: string }>(on, careRelationship, params);
  const related = personId !== patientId && row?.related === true;
  return { related, callerName: row?.caller_name ?? '' };
}

/** Refuses a provider whose team does not treat the patient, as if there were no such patient: their referrals. */
export async function refuseUnrelated(
  on: Pool | Transaction,
  context: CallContext,
  patientId: string,
  now: Date,
): Promise<void> {
  refuseForOneself(context, patientId);
  if ((await treats(on, context, patientId, now)).related) return;
  throw new Refusal('not-found', 'There is no such patient.', { patientId, what: 'referral' });
}
