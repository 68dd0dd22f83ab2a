import type { Urgency } from '../engine/urgency.ts';

const DAY_MS = 86_400_000;
/** How much more a more urgent visit counts. */
const WEIGHT: Readonly<Record<Urgency, number>> = { routine: 1, soon: 3, urgent: 10 };
/** Costs are in days: how many days a patient would rather wait than see another provider, or go to another place. */
const OTHER_PROVIDER = 1;
const OTHER_TEAM = 2;
const OTHER_LOCATION = 3;
/** About half an hour more on the way counts as a day. */
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
  /** Distance from the place of the visit. */
  distance_km: number;
  /** On its own calendar. */
  date: string;
};

/**
 * The cost of giving a visit this time, in days: the distance in time from the patient's present time, another
 * provider, another place and the way there, and far more when it is after the target date.
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

/** The cost of leaving a visit without a time: more than that of any time. */
export function unplacedCost({ urgency }: Pick<Need, 'urgency'>): number {
  return UNPLACED * WEIGHT[urgency];
}

/** The additional cost of a time after the target date; none before it. */
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
