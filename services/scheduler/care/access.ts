import { type CallContext, isInGroup, personOf, refuseForOneself } from '@healthbooker/runtime/context';
import { loadSql, type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import type { What } from './access-log/record.ts';
import { Refusal } from './access-log/refusal.ts';
import type { Scope } from './proxies/link.ts';

/** The scopes of the working links by which proxy $2 acts for patient $1 at $3. */
const proxyScopes = statement(
  'proxy-scopes',
  `select scope from proxy p
where patient_id = $1 and proxy_id = $2 and ended_at is null and proxy_state(p, $3) = 'active'`,
);
/** Whether the team of clinician $1 treats patient $2 at $3: `related`, `caller_name`. */
export const careRelationship = loadSql(import.meta.url, './has-care-relationship.sql');

/**
 * The role of the caller towards a reservation. 'patient' includes a proxy for the record; 'booker' is a proxy for
 * bookings only, who sees nothing clinical and no reason.
 */
export type Role = 'patient' | 'booker' | 'provider' | 'receptionist' | 'workload';

/**
 * Refuses a caller who wants to read or write `what` of a patient for whom they do not act. Staff who book for patients
 * may, but not for themselves.
 * @param referralId the referral to book with, if any. It is clinical, so a proxy for bookings only is told that there
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

/** Whether the caller is on the patient's side or the hospital's; kept with each decision. */
export function askedBy(context: CallContext): 'patient' | 'staff' | 'service' {
  return context.caller.kind === 'workload' ? 'service' : context.caller.capacity;
}

/** How far the caller acts for a patient: for themselves, or with the scope of a working link. */
export type Acting = 'self' | Scope;

/** How the caller acts for a patient: undefined when there is no link that works at this time. */
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

/** The side of a role. */
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
 * Whether the caller's team has a visit of the patient that is not cancelled, from 12 months ago on; never for the
 * caller's own chart. Also the caller's name in the directory.
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

/**
 * Refuses the referrals of a patient to a provider whose team does not treat them, as if there were no such patient.
 */
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
