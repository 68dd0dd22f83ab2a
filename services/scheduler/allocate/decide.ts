import { maySee, TARGET_DAYS, type Urgency } from './urgency.ts';

/** Raised with every change of what `decide` answers; older versions stay as long as their decisions are kept. */
export const RULE_VERSION = 1;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Starts closer together than this count as equally early, so that load and the keyed hash may choose. */
const GRAIN_MS: Readonly<Record<Urgency, number>> = { urgent: HOUR_MS, soon: 12 * HOUR_MS, routine: DAY_MS };

export type TimeOfDay = 'morning' | 'afternoon' | 'evening';

/** What is asked for. Empty lists and nulls mean any. Instants are epoch milliseconds. */
export type AllocationRequest = {
  urgency: Urgency;
  visitTypeId: string | null;
  providerId: string | null;
  locationId: string | null;
  /** Dates on the slot's own calendar, both included. */
  earliestDate: string | null;
  latestDate: string | null;
  timesOfDay: readonly TimeOfDay[];
  /** ISO, Monday 1 to Sunday 7. */
  daysOfWeek: readonly number[];
  /** When the patient is somewhere else already. */
  busy: readonly { fromMs: number; toMs: number }[];
};

/** A slot as it was seen. */
export type SlotSeen = {
  slotId: string;
  providerId: string;
  locationId: string;
  visitTypeId: string;
  startMs: number;
  endMs: number;
  /** Wall-clock start, YYYY-MM-DDTHH:MM. */
  localStart: string;
  noticeMs: number;
  reservedFor: Urgency | null;
  releaseAtMs: number | null;
  /** Visits the provider has in the same week: the fewer, the better. */
  providerLoad: number;
  /** Keyed hash of slot and request, made with a secret of the server. */
  tieBreak: string;
  /** Somebody took it between look and hold. */
  taken?: boolean;
};

/** Why a slot cannot be given. The last five are wishes, and such slots are still offered as near misses. */
export type Rejection =
  | 'taken'
  | 'notice'
  | 'carved-out'
  | 'patient-busy'
  | 'other-visit-type'
  | 'other-provider'
  | 'other-location'
  | 'date'
  | 'day-of-week'
  | 'time-of-day';

const WISHES: ReadonlySet<Rejection> = new Set([
  'other-provider',
  'other-location',
  'date',
  'day-of-week',
  'time-of-day',
]);

export type Decision = {
  ruleVersion: number;
  /** The slot to offer, or null when nothing fits. */
  chosen: string | null;
  /** Every slot that fits, best first. */
  ranked: string[];
  rejected: { slotId: string; reason: Rejection }[];
  /** Slots that only the wishes exclude, best first. */
  nearMisses: string[];
  /** By when the patient should be seen. */
  targetMs: number;
};

/**
 * Decides which of the slots seen to offer. Pure: the same arguments give the same answer, whatever the order of
 * the rows. Feasible slots are ordered by: within the clinical target, how early, how little the provider has to
 * do that week, the keyed hash, the id. Throws RangeError for a rule version it does not know.
 */
export function decide(
  ruleVersion: number,
  request: AllocationRequest,
  rowsSeen: readonly SlotSeen[],
  nowMs: number,
): Decision {
  if (ruleVersion !== RULE_VERSION) throw new RangeError(`rule version ${ruleVersion} is not known`);
  const targetMs = nowMs + TARGET_DAYS[request.urgency] * DAY_MS;
  const compare = byKey(request.urgency, targetMs, nowMs);
  const rows = [...rowsSeen].sort(compare);
  const decision: Decision = {
    ruleVersion,
    chosen: null,
    ranked: [],
    rejected: [],
    nearMisses: [],
    targetMs,
  };
  for (const row of rows) {
    const reasons = rejections(request, row, nowMs);
    const [reason] = reasons;
    if (reason === undefined) {
      decision.ranked.push(row.slotId);
      continue;
    }
    decision.rejected.push({ slotId: row.slotId, reason });
    if (reasons.every((each) => WISHES.has(each))) decision.nearMisses.push(row.slotId);
  }
  decision.chosen = decision.ranked[0] ?? null;
  return decision;
}

function byKey(urgency: Urgency, targetMs: number, nowMs: number): (a: SlotSeen, b: SlotSeen) => number {
  const isLate = (row: SlotSeen) => Number(row.startMs > targetMs);
  const earliness = (row: SlotSeen) => Math.floor((row.startMs - nowMs) / GRAIN_MS[urgency]);
  return (a, b) =>
    isLate(a) - isLate(b) ||
    earliness(a) - earliness(b) ||
    a.providerLoad - b.providerLoad ||
    compareText(a.tieBreak, b.tieBreak) ||
    compareText(a.slotId, b.slotId);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function rejections(request: AllocationRequest, row: SlotSeen, nowMs: number): Rejection[] {
  const date = row.localStart.slice(0, 10);
  const isCarvedOut = row.releaseAtMs !== null && row.releaseAtMs > nowMs;
  const checks: [boolean, Rejection][] = [
    [row.taken === true, 'taken'],
    [row.startMs < nowMs + row.noticeMs, 'notice'],
    [isCarvedOut && !maySee(request.urgency, row.reservedFor), 'carved-out'],
    [request.busy.some(({ fromMs, toMs }) => row.startMs < toMs && row.endMs > fromMs), 'patient-busy'],
    [request.visitTypeId !== null && row.visitTypeId !== request.visitTypeId, 'other-visit-type'],
    [request.providerId !== null && row.providerId !== request.providerId, 'other-provider'],
    [request.locationId !== null && row.locationId !== request.locationId, 'other-location'],
    [
      (request.earliestDate !== null && date < request.earliestDate) ||
        (request.latestDate !== null && date > request.latestDate),
      'date',
    ],
    [request.daysOfWeek.length > 0 && !request.daysOfWeek.includes(weekday(date)), 'day-of-week'],
    [request.timesOfDay.length > 0 && !request.timesOfDay.includes(timeOfDay(row.localStart)), 'time-of-day'],
  ];
  return checks.filter(([applies]) => applies).map(([, reason]) => reason);
}

function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** Morning ends at 12:00, the afternoon at 17:00. */
function timeOfDay(localStart: string): TimeOfDay {
  const hour = Number(localStart.slice(11, 13));
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}
