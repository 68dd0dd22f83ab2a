import { type CallContext, isInGroup, personOf, refuseForOneself } from '@healthbooker/runtime/context';
import { loadSql, type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import type { What } from './access-log/record.ts';
import { Refusal } from './access-log/refusal.ts';
import type { Scope } from './proxies/link.ts';

/** How far the proxy $2 acts for the patient $1 at $3, by the links that work. */
const proxyScopes = statement(
  'proxy-scopes',
  `select scope from proxy p
where patient_id = $1 and proxy_id = $2 and ended_at is null and proxy_state(p, $3) = 'active'`,
);
const careRelationship = loadSql(import.meta.url, './has-care-relationship.sql');

/**
 * In which role somebody deals with a reservation: 'patient' is also who acts for them with the record, 'booker' who does
 * so for their bookings only and sees nothing clinical, the reason included.
 */
export type Role = 'patient' | 'booker' | 'provider' | 'receptionist' | 'workload';

/**
 * Refuses who asks for a patient they do not act for, and wanted to read or write `what`; staff who may book for patients
 * pass, but not for themselves.
 * @param referralId what is to be booked with, if anything: it is clinical, so that for who acts for bookings only there
 * is none
 */
export async function refuseOtherPatient(
  on: Pool | Transaction,
  context: CallContext,
  patientId: string,
  what: What,
  now: Date,
  referralId: string | null = null,
): Promise<void> {
  refuseForOneself(context, patientId);
  if (isStaff(context)) return;
  const acting = await actingFor(on, context, patientId, now);
  if (acting === 'bookings' && referralId !== null) {
    throw new Refusal('not-found', 'There is no such referral.', { patientId, what: 'referral' });
  }
  if (acting !== undefined) return;
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

/** How far somebody may go for a patient: all the way for oneself, else as far as a working link says. */
export type Acting = 'self' | Scope;

/** How the caller acts for a patient: undefined for strangers, and for whoever's link does not work at this time. */
export async function actingFor(
  on: Pool | Transaction,
  { caller }: CallContext,
  patientId: string,
  now: Date,
): Promise<Acting | undefined> {
  if (!isInGroup(caller, 'Patients') || caller.kind !== 'person') return undefined;
  if (caller.personId === patientId) return 'self';
  const links = await query<{ scope: Scope }>(on, proxyScopes, [patientId, caller.personId, now]);
  if (links.some(({ scope }) => scope === 'record')) return 'record';
  return links[0]?.scope;
}

/** Whether the caller may see what is clinical of a patient: the patient, and whoever acts for them with the record. */
export async function seesRecordOf(
  on: Pool | Transaction,
  context: CallContext,
  patientId: string,
  now: Date,
): Promise<boolean> {
  const acting = await actingFor(on, context, patientId, now);
  return acting === 'self' || acting === 'record';
}

/** The role of who acts for a patient, towards what is theirs. */
export function roleOf(acting: Acting): 'patient' | 'booker' {
  return acting === 'bookings' ? 'booker' : 'patient';
}

/** On whose side somebody of this role stands. */
export function sideOf(role: Role): 'patient' | 'staff' {
  return role === 'patient' || role === 'booker' ? 'patient' : 'staff';
}

/**
 * The caller's role towards a reservation: its patient (or who acts for them), its provider, reception, or a service
 * acting for nobody. 'not-found' for everybody else, as if it did not exist; 'forbidden' for staff whose own visit it is.
 */
export async function roleTowards(
  on: Pool | Transaction,
  context: CallContext,
  reservation: { patient_id: string; provider_id: string },
  now: Date,
): Promise<Role> {
  const { caller } = context;
  if (caller.kind === 'workload') return 'workload';
  const acting = await actingFor(on, context, reservation.patient_id, now);
  if (acting !== undefined) return roleOf(acting);
  refuseForOneself(context, reservation.patient_id);
  if (isInGroup(caller, 'Providers') && caller.personId === reservation.provider_id) return 'provider';
  if (isInGroup(caller, 'Receptionists')) return 'receptionist';
  const tried = { patientId: reservation.patient_id, what: 'visit-reason' } as const;
  throw new Refusal('not-found', 'There is no such appointment.', tried);
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
