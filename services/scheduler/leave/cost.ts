import type { Urgency } from '../engine/urgency.ts';

const DAY_MS = 86_400_000;
/** How much more a more urgent visit counts. */
const WEIGHT: Readonly<Record<Urgency, number>> = { routine: 1, soon: 3, urgent: 10 };
/** Costs are in days: what somebody would accept to be seen by somebody they know, or where they know the way. */
const OTHER_PROVIDER = 1;
const OTHER_TEAM = 2;
const OTHER_LOCATION = 3;
/** Half an hour's way further is worth another day. */
const PER_KM = 0.1;
const TARGET_MISSED = 60;
const UNPLACED = 1000;

/** A visit that needs another time. Instants are epoch milliseconds. */
export type Need = {
  urgency: Urgency;
  startMs: number;
  providerId: string;
  teamId: string;
  locationId: string;
  /** The last date the clinical target allows, YYYY-MM-DD. */
  targetDate: string;
};

/** A time it could have. */
export type Place = {
  startMs: number;
  providerId: string;
  teamId: string;
  locationId: string;
  /** From where the patient would have gone. */
  distance_km: number;
  /** On its own calendar. */
  date: string;
};

/**
 * What it costs to give a visit this time, in days: how far it is from the time the patient has, whether it is with
 * somebody else or elsewhere and how far that is, and far more when it is after the target date.
 */
export function moveCost(need: Need, place: Place): number {
  const days = Math.abs(place.startMs - need.startMs) / DAY_MS;
  const isOtherTeam = place.teamId !== need.teamId;
  const isOtherProvider = place.providerId !== need.providerId;
  const familiar =
    (isOtherProvider ? OTHER_PROVIDER : 0) +
    (isOtherTeam ? OTHER_TEAM : 0) +
    (place.locationId === need.locationId ? 0 : OTHER_LOCATION + place.distance_km * PER_KM);
  return rounded(days + familiar + lateCost(need, place.date));
}

/** What it costs to leave a visit without a time: more than any time does. */
export function unplacedCost({ urgency }: Pick<Need, 'urgency'>): number {
  return UNPLACED * WEIGHT[urgency];
}

/** What being seen after the target date costs beyond the wait; nothing up to it. */
export function lateCost(
  { urgency, targetDate }: Pick<Need, 'urgency' | 'targetDate'>,
  date: string,
): number {
  if (date <= targetDate) return 0;
  const days = (Date.parse(date) - Date.parse(targetDate)) / DAY_MS;
  return WEIGHT[urgency] * (TARGET_MISSED + days);
}

/** Thousandths of a day, a minute and a half: solvers compare numbers to nine digits. */
export function rounded(cost: number): number {
  return Math.round(cost * 1000) / 1000;
}
