import { compareText } from './priority.ts';
import type { AllocationRequest, SlotSeen } from './request.ts';
import type { Urgency } from './urgency.ts';
import { wallClockMs } from './wall-clock.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Starts closer together than this count as equally early, so that load and the keyed hash may choose. */
const GRAIN_MS: Readonly<Record<Urgency, number>> = { urgent: HOUR_MS, soon: 12 * HOUR_MS, routine: DAY_MS };

/** What slots are compared by, most important first; smaller is better. */
export type Key = {
  /** Days after the target date; 0 within it. */
  lateDays: number;
  /** How far from the wished date, or how early where none is wished, in grains of the urgency. */
  distance: number;
  providerLoad: number;
  tieBreak: string;
  slotId: string;
};

/** Makes the function that gives each slot its key. */
export function keyOf(request: AllocationRequest): (row: SlotSeen) => Key {
  const grainMs = GRAIN_MS[request.urgency];
  const targetMs = Date.parse(request.targetDate);
  const wishedMs = request.earliestDate === null ? null : Date.parse(request.earliestDate);
  return (row) => {
    const localMs = wallClockMs(row.localStart);
    const dayMs = Math.floor(localMs / DAY_MS) * DAY_MS;
    return {
      lateDays: Math.max(0, (dayMs - targetMs) / DAY_MS),
      distance: distance(row, localMs, wishedMs, grainMs),
      providerLoad: row.providerLoad,
      tieBreak: row.tieBreak,
      slotId: row.slotId,
    };
  };
}

/**
 * Days and half days are those of the place's clock, since people think of early in that way. Hours are compared by
 * instant, so that places in different zones are equal.
 */
function distance(row: SlotSeen, localMs: number, wishedMs: number | null, grainMs: number): number {
  if (wishedMs !== null) return Math.abs(Math.floor(localMs / grainMs) - Math.floor(wishedMs / grainMs));
  return Math.floor((grainMs < DAY_MS / 2 ? row.startMs : localMs) / grainMs);
}

/** Negative when `a` is the better one. No two slots are equal. */
export function compareKeys(a: Key, b: Key): number {
  return (
    a.lateDays - b.lateDays ||
    a.distance - b.distance ||
    a.providerLoad - b.providerLoad ||
    compareText(a.tieBreak, b.tieBreak) ||
    compareText(a.slotId, b.slotId)
  );
}

export type Difference = 'past-target' | 'later' | 'busier-provider' | 'drawn-by-lot';

/** The part of the key that puts the second slot behind the first. */
export function difference(better: Key, worse: Key): Difference {
  if (better.lateDays !== worse.lateDays) return 'past-target';
  if (better.distance !== worse.distance) return 'later';
  return better.providerLoad !== worse.providerLoad ? 'busier-provider' : 'drawn-by-lot';
}
