import { TARGET_DAYS, type Urgency } from './urgency.ts';

const DAY_MS = 86_400_000;
const LEVEL: Readonly<Record<Urgency, number>> = { routine: 0, soon: 1, urgent: 2 };
const HIGHEST = 2;

/** Somebody who wants what others want as well: a waiting entry, or a request of a batch. */
export type Waiting = {
  id: string;
  urgency: Urgency;
  /** Since when they wait, epoch milliseconds. */
  sinceMs: number;
  /** Keyed hash, made with a secret of the server. */
  tieBreak: string;
};

/**
 * The level of somebody who has waited this long: their urgency, raised by one class each time that their whole target
 * has passed. So routine needs are served in the end although newer urgent ones overtake them.
 */
export function level({ urgency, sinceMs }: Pick<Waiting, 'urgency' | 'sinceMs'>, nowMs: number): number {
  const targets = Math.floor(Math.max(0, nowMs - sinceMs) / (TARGET_DAYS[urgency] * DAY_MS));
  return Math.min(HIGHEST, LEVEL[urgency] + targets);
}

/** Orders who is served first: the higher level, then who has waited longer, the keyed hash, the id. */
export function byPriority(nowMs: number): (a: Waiting, b: Waiting) => number {
  return (a, b) =>
    level(b, nowMs) - level(a, nowMs) ||
    a.sinceMs - b.sinceMs ||
    compareText(a.tieBreak, b.tieBreak) ||
    compareText(a.id, b.id);
}

/** Who counts alike: those of one urgency who have waited since an instant in (afterMs, untilMs], null for ever. */
export type Rank = { level: number; urgency: Urgency; afterMs: number | null; untilMs: number | null };

/**
 * The levels of each urgency, for a store that orders by them: whoever counts as a level is of exactly one of these. Those
 * of a level come in the order of `byPriority` but for it.
 */
export function ranksAt(nowMs: number): Rank[] {
  return Object.entries(LEVEL).flatMap(([urgency, lowest]) => {
    const targetMs = TARGET_DAYS[urgency as Urgency] * DAY_MS;
    return Array.from({ length: HIGHEST - lowest + 1 }, (_, targets) => ({
      level: lowest + targets,
      urgency: urgency as Urgency,
      afterMs: lowest + targets === HIGHEST ? null : nowMs - (targets + 1) * targetMs,
      untilMs: targets === 0 ? null : nowMs - targets * targetMs,
    }));
  });
}

/** The classes of urgency for a store that computes `level`: the level of each, its target in days, and the highest level. */
export const urgencyClasses = {
  urgencies: Object.keys(LEVEL),
  levels: Object.values(LEVEL),
  targetDays: Object.keys(LEVEL).map((urgency) => TARGET_DAYS[urgency as Urgency]),
  highest: HIGHEST,
};

/** By code units, which is the same everywhere. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
