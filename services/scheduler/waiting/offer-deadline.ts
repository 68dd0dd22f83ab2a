import { Temporal } from 'temporal-polyfill';
import type { Urgency } from '../engine/urgency.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How long a patient has to answer. */
const ANSWER_MS: Readonly<Record<Urgency, number>> = {
  urgent: 2 * HOUR_MS,
  soon: 12 * HOUR_MS,
  routine: 24 * HOUR_MS,
};
/** Nobody is asked to answer outside these hours of the location's day. */
const DAY_BEGINS_HOUR = 8;
const DAY_BEGINS = Temporal.PlainTime.from({ hour: DAY_BEGINS_HOUR });
const DAY_ENDS = Temporal.PlainTime.from({ hour: 20 });
/** An offer that would end at night ends at this hour of the next morning. */
const MORNING_HOUR = 10;
/** A patient who would have less time than this to answer gets no offer. */
const SHORTEST_MS = 30 * MINUTE_MS;

/** What the end of an offer depends on. Instants are epoch milliseconds. */
export type OfferTerms = { urgency: Urgency; startMs: number; noticeMs: number; timeZone: string };

/**
 * When an offer made now ends, in epoch milliseconds. The urgency says how long the patient has; an offer made at night
 * counts from the morning. It ends before the notice of the visit and never between 20:00 and 08:00 at the place.
 * Undefined when no such time is at least half an hour away: then this patient gets no offer.
 */
export function offerDeadline(terms: OfferTerms, nowMs: number): number | undefined {
  const { timeZone } = terms;
  const lastMs = terms.startMs - terms.noticeMs;
  if (lastMs < nowMs + SHORTEST_MS) return undefined;
  const wishedMs = announceAt(timeZone, nowMs) + ANSWER_MS[terms.urgency];
  const endMs = isDay(timeZone, wishedMs) ? wishedMs : nextAt(timeZone, wishedMs, MORNING_HOUR);
  if (endMs <= lastMs) return endMs;
  return isDay(timeZone, lastMs) && lastMs >= announceAt(timeZone, nowMs) + SHORTEST_MS ? lastMs : undefined;
}

/** When patients at a place may get a message about something decided now: at once by day, else when the day begins. */
export function announceAt(timeZone: string, nowMs: number): number {
  return isDay(timeZone, nowMs) ? nowMs : nextAt(timeZone, nowMs, DAY_BEGINS_HOUR);
}

/** The first and the last instant belong to the day. */
function isDay(timeZone: string, instantMs: number): boolean {
  const time = zoned(timeZone, instantMs).toPlainTime();
  return Temporal.PlainTime.compare(time, DAY_BEGINS) >= 0 && Temporal.PlainTime.compare(time, DAY_ENDS) <= 0;
}

/** The next time that a clock of the zone shows this full hour. */
function nextAt(timeZone: string, instantMs: number, hour: number): number {
  const local = zoned(timeZone, instantMs);
  const day = local.toPlainDate();
  const at = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds;
  const today = at(day);
  return today >= instantMs ? today : at(day.add({ days: 1 }));
}

function zoned(timeZone: string, instantMs: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone);
}
