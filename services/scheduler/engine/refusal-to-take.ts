import { maySee, type Urgency } from './urgency.ts';

/** What is looked at before a slot is given to a patient. Instants are epoch milliseconds. */
export type TakeSeen = {
  slotId: string;
  providerId: string;
  startMs: number;
  endMs: number;
  state: 'settling' | 'free' | 'held' | 'booked' | 'closed';
  /** It is held, and for this patient. */
  isOwnHold: boolean;
  noticeMs: number;
  horizonMs: number;
  reservedFor: Urgency | null;
  releaseAtMs: number | null;
  urgency: Urgency;
  /** Staff may book up to the start, beyond the horizon, and what is kept for more urgent needs. */
  isStaff: boolean;
  /** The patient has another visit at that time. */
  isBusy: boolean;
  nowMs: number;
};

/** Why a slot is not to be had; the first that applies. */
export type TakeRefusal = 'taken' | 'begun' | 'notice' | 'horizon' | 'carved-out' | 'patient-busy';

/**
 * Whether a slot that somebody picked is to be had: null when it is. Pure, so that it can be asked again on what was
 * stored.
 */
export function refusalToTake(seen: TakeSeen): TakeRefusal | null {
  if (seen.state !== 'free' && !(seen.state === 'held' && seen.isOwnHold)) return 'taken';
  return refusalByRules(seen) ?? (seen.isBusy ? 'patient-busy' : null);
}

/** Notice, horizon and carve-out, which are the same whether one holds or books. */
export function refusalByRules(
  seen: Pick<
    TakeSeen,
    'startMs' | 'noticeMs' | 'horizonMs' | 'reservedFor' | 'releaseAtMs' | 'urgency' | 'isStaff' | 'nowMs'
  >,
): 'begun' | 'notice' | 'horizon' | 'carved-out' | null {
  const aheadMs = seen.startMs - seen.nowMs;
  if (aheadMs <= 0) return 'begun';
  if (seen.isStaff) return null;
  if (aheadMs < seen.noticeMs) return 'notice';
  if (aheadMs > seen.horizonMs) return 'horizon';
  const isKept = seen.releaseAtMs !== null && seen.releaseAtMs > seen.nowMs;
  return isKept && !maySee(seen.urgency, seen.reservedFor) ? 'carved-out' : null;
}
