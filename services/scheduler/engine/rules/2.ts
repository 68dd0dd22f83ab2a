import { compareKeys, keyOf } from '../key.ts';
import {
  type AllocationRequest,
  type Decision,
  type Rejection,
  type SlotSeen,
  type TimeOfDay,
  WISHES,
} from '../request.ts';
import { maySee } from '../urgency.ts';
import { wallClockMs, weekdayOfMs } from '../wall-clock.ts';

/** Rule version 2, by which stored decisions are replayed: never changed. It knew no regions. */
export function decideByVersion2(
  request: AllocationRequest,
  rowsSeen: readonly SlotSeen[],
  nowMs: number,
): Decision {
  const key = keyOf(request);
  const rows = rowsSeen.map((row) => ({ row, key: key(row) })).sort((a, b) => compareKeys(a.key, b.key));
  const decision: Decision = { ruleVersion: 2, chosen: null, ranked: [], rejected: [], nearMisses: [] };
  for (const { row } of rows) {
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

function rejections(request: AllocationRequest, row: SlotSeen, nowMs: number): Rejection[] {
  const date = row.localStart.slice(0, 10);
  const isKept = row.releaseAtMs !== null && row.releaseAtMs > nowMs;
  const endMs = request.isLonger ? (row.longerEndMs ?? row.endMs) : row.endMs;
  const { visitTypeId, providerId, locationId, earliestDate, latestDate, daysOfWeek, timesOfDay } = request;
  const found: Rejection[] = [];
  if (row.taken === true) found.push('taken');
  if (row.startMs <= nowMs || row.startMs < nowMs + row.noticeMs) found.push('notice');
  if (row.startMs > nowMs + row.horizonMs) found.push('horizon');
  if (isKept && !maySee(request.urgency, row.reservedFor)) found.push('carved-out');
  if (isBusy(request, row.startMs, endMs)) found.push('patient-busy');
  if (request.isLonger && row.longerEndMs === null) found.push('too-short');
  if (visitTypeId !== null && row.visitTypeId !== visitTypeId) found.push('other-visit-type');
  if (providerId !== null && row.providerId !== providerId) found.push('other-provider');
  if (locationId !== null && row.locationId !== locationId) found.push('other-location');
  if (request.mode !== null && row.mode !== request.mode) found.push('mode');
  if ((earliestDate !== null && date < earliestDate) || (latestDate !== null && date > latestDate)) {
    found.push('date');
  }
  if (daysOfWeek.length > 0 && !daysOfWeek.includes(weekdayOfMs(wallClockMs(row.localStart))))
    found.push('day-of-week');
  if (timesOfDay.length > 0 && !timesOfDay.includes(timeOfDay(row.localStart))) found.push('time-of-day');
  return found;
}

function isBusy({ busy }: AllocationRequest, startMs: number, endMs: number): boolean {
  for (const { fromMs, toMs } of busy) if (startMs < toMs && endMs > fromMs) return true;
  return false;
}

function timeOfDay(localStart: string): TimeOfDay {
  const hour = localStart.slice(11, 13);
  if (hour < '12') return 'morning';
  return hour < '17' ? 'afternoon' : 'evening';
}
