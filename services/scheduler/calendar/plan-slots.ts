import { hash } from 'node:crypto';
import { addDays, type Clock, clockOf, clockText, weekdayOf } from '../directory/local-time.ts';

/**
 * A weekly session with the fields of its visit type and location that it needs. Minutes of the day are wall-clock
 * time.
 */
export type SessionRule = {
  id: string;
  timeZone: string;
  weekday: number;
  startMinute: number;
  /** Above 1440 when the session ends on the next day. */
  endMinute: number;
  seats: number;
  /** Dates; `until` is the first one no longer in effect, null for none. */
  effective: { from: string; until: string | null };
  lengthMin: number;
  bufferBeforeMin: number;
  bufferAfterMin: number;
  reservedFor: 'soon' | 'urgent' | null;
  reservedShare: number;
  releaseBeforeMin: number;
};

/** When a session does not take place: instants in epoch milliseconds, dates with open end. */
export type Absences = {
  leave: readonly { fromMs: number; toMs: number }[];
  closed: readonly { from: string; until: string }[];
};

export type PlannedSlot = {
  /** Depends on session, local start and seat only. */
  id: string;
  /** Shared by the seats of one start. */
  visitId: string;
  localStart: string;
  seat: number;
  startMs: number;
  endMs: number;
  reservedFor: 'soon' | 'urgent' | null;
  releaseAtMs: number | null;
};

/** Clocks by zone and date; see `rememberClocks`. */
export type Clocks = (timeZone: string, date: string) => Clock;

/** Remembers each clock, for planning many sessions at once. */
export function rememberClocks(): Clocks {
  const known = new Map<string, Clock>();
  return (timeZone, date) => {
    const key = `${timeZone} ${date}`;
    const clock = known.get(key) ?? clockOf(timeZone, date);
    known.set(key, clock);
    return clock;
  };
}

/**
 * The slots that a session has on the dates from `from` to before `until`. Starts follow the wall clock, one every
 * length plus buffers; a start that does not exist because clocks go forward is left out; of a start that exists twice
 * the earlier counts; a slot lasts its length in elapsed time. Around a change of the clocks a start may overlap the
 * one before or the end of the session; it is left out too. Throws RangeError for an unknown zone.
 */
export function planSlots(
  rule: SessionRule,
  dates: { from: string; until: string },
  absences: Absences,
  clocks: Clocks = clockOf,
): PlannedSlot[] {
  const slots: PlannedSlot[] = [];
  const ahead = (rule.weekday - weekdayOf(dates.from) + 7) % 7;
  for (let date = addDays(dates.from, ahead); date < dates.until; date = addDays(date, 7)) {
    if (date < rule.effective.from || (rule.effective.until !== null && date >= rule.effective.until))
      continue;
    planDay(slots, rule, date, absences, clocks(rule.timeZone, date));
  }
  return slots;
}

/** A session that goes on after midnight is closed by a closure only for the part that is on the closed date. */
function planDay(
  slots: PlannedSlot[],
  rule: SessionRule,
  date: string,
  { leave, closed }: Absences,
  clock: Clock,
): void {
  const step = rule.bufferBeforeMin + rule.lengthMin + rule.bufferAfterMin;
  const dates = [date, addDays(date, 1)] as const;
  const closedDates = dates.map((each) => closed.some(({ from, until }) => each >= from && each < until));
  const sessionEndMs = clock.until(rule.endMinute);
  let blockedUntilMs = Number.NEGATIVE_INFINITY;
  let index = 0;
  for (
    let minute = rule.startMinute + rule.bufferBeforeMin;
    minute + rule.lengthMin <= rule.endMinute;
    minute += step
  ) {
    const isReserved = isCarvedOut(index, rule.reservedShare);
    index += 1;
    const isNextDay = minute >= 1440;
    if (closedDates[isNextDay ? 1 : 0]) continue;
    const startMs = clock.at(minute);
    if (startMs === undefined) continue;
    const endMs = startMs + rule.lengthMin * 60_000;
    if (endMs > sessionEndMs || startMs - rule.bufferBeforeMin * 60_000 < blockedUntilMs) continue;
    if (leave.some(({ fromMs, toMs }) => startMs < toMs && endMs > fromMs)) continue;
    blockedUntilMs = endMs + rule.bufferAfterMin * 60_000;
    const localStart = `${dates[isNextDay ? 1 : 0]}T${clockText(minute)}`;
    const visitId = hashId(`${rule.id} ${localStart}`);
    for (let seat = 1; seat <= rule.seats; seat += 1) {
      slots.push({
        id: hashId(`${rule.id} ${localStart} ${seat}`),
        visitId,
        localStart,
        seat,
        startMs,
        endMs,
        reservedFor: isReserved ? rule.reservedFor : null,
        releaseAtMs: isReserved ? startMs - rule.releaseBeforeMin * 60_000 : null,
      });
    }
  }
}

/** Spreads a share evenly: of four starts with a share of a half, the second and the fourth. */
function isCarvedOut(index: number, share: number): boolean {
  return Math.floor((index + 1) * share + 1e-9) > Math.floor(index * share + 1e-9);
}

/** A UUID (version 8, RFC 9562) that depends only on the text. */
function hashId(text: string): string {
  const hex = hash('sha256', text, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
