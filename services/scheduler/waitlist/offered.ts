import { ServiceError } from '@healthbooker/runtime/errors';
import type { EntryRow } from './rows.ts';

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
