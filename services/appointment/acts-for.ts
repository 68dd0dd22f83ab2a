import { type CallContext, forward, isInGroup, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Parts } from './parts.ts';

/**
 * Whether the caller acts as a patient and is this person or acts for them; the scheduler, which keeps the links, is asked
 * with their own token, and puts on record who does not but wants something of theirs.
 * @throws ServiceError unavailable, for somebody else only
 */
export async function actsFor(
  { proxies }: Pick<Parts, 'proxies'>,
  context: CallContext,
  personId: string,
  wanted: '' | 'visit' = '',
): Promise<boolean> {
  if (!isInGroup(context.caller, 'Patients')) return false;
  if (personId === personOf(context).personId) return true;
  const outgoing = forward(context, { idempotent: true });
  return (await proxies.call('MayActFor', { patientId: personId, wanted }, outgoing)).allowed;
}

/** Whom a request is about: a patient who names nobody means themselves, staff name somebody. @throws ServiceError invalid */
export function subjectOf({ personId }: { personId: string }, context: CallContext): string {
  if (personId !== '') return personId;
  const caller = personOf(context);
  if (caller.capacity === 'patient') return caller.personId;
  throw new ServiceError('invalid', 'Some fields are not right.', {
    fields: [{ field: 'personId', message: 'must say who' }],
  });
}
