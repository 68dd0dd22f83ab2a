import { type CallContext, forward, isInGroup, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Parts } from './parts.ts';

/** What the caller may do for a person: everything for themselves, for others what their link says. */
export type Acting = 'self' | 'record' | 'bookings';

/**
 * What the caller, as a patient, may do for this person; undefined for strangers. The scheduler keeps the links and is
 * asked each time, with the caller's token; it records the try of a stranger.
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

/**
 * The person a request is about. A patient who names nobody means themselves.
 * @throws ServiceError invalid when staff name nobody
 */
export function subjectOf({ personId }: { personId: string }, context: CallContext): string {
  if (personId !== '') return personId;
  const caller = personOf(context);
  if (caller.capacity === 'patient') return caller.personId;
  throw new ServiceError('invalid', 'Some fields are not right.', {
    fields: [{ field: 'personId', message: 'must say who' }],
  });
}
