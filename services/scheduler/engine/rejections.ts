import type { AllocationRequest, Rejection, SlotSeen, TimeOfDay } from './request.ts';
import { maySee } from './urgency.ts';
import { wallClockMs, weekdayOfMs } from './wall-clock.ts';

/** Every reason why a slot does not fit, in the order in which patients read them; none when it fits. */
export function rejections(request: AllocationRequest, row: SlotSeen, nowMs: number): Rejection[] {
  const date = row.localStart.slice(0, 10);
  const isKept = row.releaseAtMs !== null && row.releaseAtMs > nowMs;
  const endMs = request.isLonger ? (row.longerEndMs ?? row.endMs) : row.endMs;
  const { regionIds, visitTypeId, providerId, locationId, earliestDate, latestDate, daysOfWeek, timesOfDay } =
    request;
  const found: Rejection[] = [];
  if (row.taken === true) found.push('taken');
  if (row.startMs <= nowMs || row.startMs < nowMs + row.noticeMs) found.push('notice');
  if (row.startMs > nowMs + row.horizonMs) found.push('horizon');
  if (isKept && !maySee(request.urgency, row.reservedFor)) found.push('carved-out');
  if (isBusy(request, row.startMs, endMs)) found.push('patient-busy');
  if (request.isLonger && row.longerEndMs === null) found.push('too-short');
  if (regionIds.length > 0 && !regionIds.includes(row.regionId)) found.push('other-region');
  if (request.needsStepFree && !row.isStepFree && row.mode === 'in-person') found.push('not-step-free');
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

/** Morning ends at 12:00, the afternoon at 17:00. */
function timeOfDay(localStart: string): TimeOfDay {
  const hour = localStart.slice(11, 13);
  if (hour < '12') return 'morning';
  return hour < '17' ? 'afternoon' : 'evening';
}
