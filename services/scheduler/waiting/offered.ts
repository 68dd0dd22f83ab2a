import { ServiceError } from '@healthbooker/runtime/errors';
import { query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import type { EntryRow } from './entry.ts';

const findRetired = statement('is-retired', `select is_retired from slot where id = $1`);

/** Refuses an answer to an offer that the entry does not have. */
export function refuseNotOffered(entry: EntryRow, holdId: string): void {
  if (entry.state === 'offered' && entry.hold_id === holdId) return;
  throw offerEnded();
}

/** The offer was answered, went to somebody else, or its time is up. */
export function offerEnded(): ServiceError {
  return new ServiceError('conflict', 'This offer has ended. You keep your place on the waiting list.', {
    details: { reason: 'offer-ended' },
  });
}

/** Whether the offered slot is not offered any more: its provider is away, or the session has ended. */
export async function isRevoked(tx: Transaction, { slot_id }: Pick<EntryRow, 'slot_id'>): Promise<boolean> {
  const [slot] = await query<{ is_retired: boolean }>(tx, findRetired, [slot_id]);
  return slot?.is_retired === true;
}
