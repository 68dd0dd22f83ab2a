import { type CallContext, forward, isInGroup, personOf } from '@healthbooker/runtime/context';
import type { Parts } from './parts.ts';

/**
 * Whether the caller is this person or acts for them; the scheduler, which keeps the links, is asked with their own
 * token. @throws ServiceError unavailable, for somebody else only
 */
export async function actsFor(
  { proxies }: Pick<Parts, 'proxies'>,
  context: CallContext,
  personId: string,
): Promise<boolean> {
  if (personId === personOf(context).personId) return true;
  if (!isInGroup(context.caller, 'Patients')) return false;
  const outgoing = forward(context, { idempotent: true });
  return (await proxies.call('MayActFor', { patientId: personId }, outgoing)).allowed;
}
