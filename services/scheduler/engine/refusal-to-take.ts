import { maySee, type Urgency } from './urgency.ts';

/** What is checked before a patient gets a slot. Instants are epoch milliseconds. */
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

/** Why a slot is not available; the first reason that applies. */
export type TakeRefusal = 'taken' | 'begun' | 'notice' | 'horizon' | 'carved-out' | 'patient-busy';

/**
 * Why a picked slot is not available to this patient; null when it is. Pure, so that stored decisions can be decided
 * again.
 */
export function refusalToTake(seen: TakeSeen): TakeRefusal | null {
  if (seen.state !== 'free' && !(seen.state === 'held' && seen.isOwnHold)) return 'taken';
  return refusalByRules(seen) ?? (seen.isBusy ? 'patient-busy' : null);
}

/** Notice, horizon and carve-out: the same for holding and booking. */
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
