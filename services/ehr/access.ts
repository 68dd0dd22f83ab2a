import {
  type CallContext,
  forward,
  isInGroup,
  personOf,
  refuseForOneself,
} from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Parts } from './parts.ts';

/** Why a person may see a chart, in which role: what the access row will say. */
export type Permission = {
  patientId: string;
  readerId: string;
  role: 'Patients' | 'Providers' | 'proxy';
  why: 'own-record' | 'care-relationship' | 'proxy';
};

/**
 * Decides whether the caller may read this chart. Patients see their own and, as proxies, those of whom they act for;
 * providers those of patients whom somebody of their team treats. The scheduler knows both.
 * Nobody reads their own chart as staff.
 * @param patientId empty for a patient's own record
 * @throws ServiceError not-found for everybody else's chart, as for one that does not exist; forbidden; unavailable
 */
export async function permit(
  patientId: string,
  context: CallContext,
  parts: Pick<Parts, 'scheduler' | 'proxies' | 'denials'>,
): Promise<Permission> {
  const { personId } = personOf(context);
  if (isInGroup(context.caller, 'Patients') && (patientId === '' || patientId === personId)) {
    return { patientId: personId, readerId: personId, role: 'Patients', why: 'own-record' };
  }
  refuseForOneself(context, patientId);
  if (await treats(patientId, context, parts)) {
    return { patientId, readerId: personId, role: 'Providers', why: 'care-relationship' };
  }
  if (isInGroup(context.caller, 'Patients') && isUuid(patientId)) {
    const outgoing = forward(context, { idempotent: true });
    const { allowed } = await parts.proxies.call('MayActFor', { patientId }, outgoing);
    if (allowed) return { patientId, readerId: personId, role: 'proxy', why: 'proxy' };
  }
  return refuse(context, parts);
}

/**
 * Decides whether the caller may write to this chart: providers, where somebody of their team treats the patient, and
 * never to their own.
 * @throws ServiceError not-found for everybody else's chart, as for one that does not exist; forbidden; unavailable
 */
export async function permitWriting(
  patientId: string,
  context: CallContext,
  parts: Pick<Parts, 'scheduler' | 'denials'>,
): Promise<{ patientId: string; authorId: string }> {
  refuseForOneself(context, patientId);
  if (!(await treats(patientId, context, parts))) return refuse(context, parts);
  return { patientId, authorId: personOf(context).personId };
}

async function treats(
  patientId: string,
  context: CallContext,
  { scheduler }: Pick<Parts, 'scheduler'>,
): Promise<boolean> {
  if (!isInGroup(context.caller, 'Providers') || !isUuid(patientId)) return false;
  const outgoing = forward(context, { idempotent: true });
  return (await scheduler.call('HasCareRelationship', { patientId }, outgoing)).related;
}

function refuse(context: CallContext, { denials }: Pick<Parts, 'denials'>): never {
  const { personId } = personOf(context);
  denials.inc();
  context.log.warn({ readerId: personId }, 'refused a chart');
  throw new ServiceError('not-found', 'There is no such chart.');
}

/** Whether an id can name a stored row at all. */
export function isUuid(id: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
}
