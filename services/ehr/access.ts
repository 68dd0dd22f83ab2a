import { type CallContext, forward, isInGroup, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { SchedulerClient } from './parts.ts';

/** Why a person may see a chart, in which role: what the access row will say. */
export type Permission = {
  patientId: string;
  readerId: string;
  role: 'Patients' | 'Providers';
  why: 'own-record' | 'care-relationship';
};

/**
 * Decides whether the caller may read or write this chart. Patients see their own; providers those of patients
 * whom somebody of their team treats, which the scheduler knows.
 * @param patientId empty for the caller's own record
 * @throws ServiceError not-found for everybody else's chart, as for one that does not exist; unavailable
 */
export async function permit(
  patientId: string,
  context: CallContext,
  { scheduler, denials }: { scheduler: SchedulerClient; denials: { inc(): void } },
): Promise<Permission> {
  const { personId } = personOf(context);
  if (isInGroup(context.caller, 'Patients') && (patientId === '' || patientId === personId)) {
    return { patientId: personId, readerId: personId, role: 'Patients', why: 'own-record' };
  }
  if (isInGroup(context.caller, 'Providers') && isUuid(patientId)) {
    const outgoing = forward(context, { idempotent: true });
    const { related } = await scheduler.call('HasCareRelationship', { patientId }, outgoing);
    if (related) return { patientId, readerId: personId, role: 'Providers', why: 'care-relationship' };
  }
  denials.inc();
  context.log.warn({ readerId: personId }, 'refused a chart');
  throw new ServiceError('not-found', 'There is no such chart.');
}

/** Whether an id can name a stored row at all. */
export function isUuid(id: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
}
