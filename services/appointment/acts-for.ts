import { type CallContext, forward, isInGroup, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Parts } from './parts.ts';

/** How far the caller may go for somebody: all the way for themselves, else as far as their link says. */
export type Acting = 'self' | 'record' | 'bookings';

/**
 * How the caller, as a patient, acts for this person, undefined for strangers; the scheduler, which keeps the links, is
 * asked each time with their own token, and puts on record who does not but wants something of theirs.
 * @throws ServiceError unavailable, for somebody else only
 */
export async function actingFor(
  { proxies }: Pick<Parts, 'proxies'>,
  context: CallContext,
  personId: string,
  wanted: '' | 'visit' = '',
): Promise<Acting | undefined> {
  if (!isInGroup(context.caller, 'Patients')) return undefined;
  if (personId === personOf(context).personId) return 'self';
  const asked = { patientId: personId, scope: 'PROXY_SCOPE_BOOKINGS', wanted } as const;
  const { allowed, scope } = await proxies.call('MayActFor', asked, forward(context, { idempotent: true }));
  if (!allowed) return undefined;
  return scope === 'PROXY_SCOPE_RECORD' ? 'record' : 'bookings';
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
