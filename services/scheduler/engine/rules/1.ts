import { compareText } from '../priority.ts';
import {
  type AllocationRequest,
  type Decision,
  type Rejection,
  type SlotSeen,
  type TimeOfDay,
  WISHES,
} from '../request.ts';
import { maySee, TARGET_DAYS, type Urgency } from '../urgency.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const GRAIN_MS: Readonly<Record<Urgency, number>> = { urgent: HOUR_MS, soon: 12 * HOUR_MS, routine: DAY_MS };

/** Rule version 1, by which stored decisions are replayed: never changed. */
export function decideByVersion1(
  request: AllocationRequest,
  rowsSeen: readonly SlotSeen[],
  nowMs: number,
): Decision {
  const targetMs = nowMs + TARGET_DAYS[request.urgency] * DAY_MS;
  const rows = [...rowsSeen].sort(byKey(request.urgency, targetMs, nowMs));
  const decision: Decision = { ruleVersion: 1, chosen: null, ranked: [], rejected: [], nearMisses: [] };
  for (const row of rows) {
    const reasons = rejections(request, row, nowMs);
    const [reason] = reasons;
    if (reason === undefined) {
      decision.ranked.push(row.slotId);
      continue;
    }
    decision.rejected.push({ slotId: row.slotId, reason, isOnly: reasons.length === 1 });
    if (reasons.every((each) => WISHES.has(each))) {
      decision.nearMisses.push({ slotId: row.slotId, wishes: reasons });
    }
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

function timeOfDay(localStart: string): TimeOfDay {
  const hour = Number(localStart.slice(11, 13));
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}
