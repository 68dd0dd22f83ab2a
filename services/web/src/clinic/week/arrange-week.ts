import type { components } from '../../shared/api/clinic.generated.d.ts';
import { addDays, isoWeekday } from '../../shared/time/format.ts';

type Week = components['schemas']['Week'];
type WeekSlot = components['schemas']['WeekSlot'];

export type SlotState = WeekSlot['state'] | 'leave' | 'closure';

/** What one start of one day holds: the seats of a group visit are one cell. */
export type WeekCell = {
  state: SlotState;
  starts: string;
  ends: string;
  visitTypeId: string;
  locationId: string;
  /** Names of those who are booked, as far as the reader is told. */
  patients: readonly string[];
  /** Seats of a group visit, and how many of them are taken; 1 and 0 or 1 otherwise. */
  seats: number;
  taken: number;
  keptFor: WeekSlot['keptFor'];
  keptUntil: string | null;
  isOutsideRules: boolean;
  isPartOfLonger: boolean;
};

export type WeekDay = {
  /** YYYY-MM-DD. */
  date: string;
  sessions: Week['sessions'];
  closures: Week['closures'];
  isLeave: boolean;
};

export type ArrangedWeek = {
  days: readonly WeekDay[];
  /** Every start of the week, HH:MM, in order. */
  starts: readonly string[];
  cell(date: string, starts: string): WeekCell | undefined;
};

/** The week as a table: a column a day, a row for every time at which something starts on some day. */
export function arrangeWeek(week: Week, patients: Readonly<Record<string, string>>): ArrangedWeek {
  const bySlot = Map.groupBy(
    week.slots.filter(({ state, isPartOfLonger }) => state !== 'closed' || !isPartOfLonger),
    ({ date, starts }) => `${date} ${starts}`,
  );
  const cells = new Map([...bySlot].map(([key, slots]) => [key, cellOf(slots, week, patients)] as const));
  const days = Array.from({ length: 7 }, (_, index) => addDays(week.firstDate, index));
  return {
    days: days.map((date) => dayOf(date, week)),
    starts: [...new Set([...cells.values()].map(({ starts }) => starts))].sort(),
    cell: (date, starts) => cells.get(`${date} ${starts}`),
  };
}

function dayOf(date: string, week: Week): WeekDay {
  const weekday = isoWeekday(date);
  return {
    date,
    sessions: week.sessions
      .filter(
        (session) =>
          session.weekday === weekday &&
          session.firstDate <= date &&
          (session.lastDate === null || date <= session.lastDate),
      )
      .sort((a, b) => (a.starts < b.starts ? -1 : 1)),
    closures: week.closures.filter(({ firstDate, lastDate }) => firstDate <= date && date <= lastDate),
    isLeave: week.slots.some((slot) => slot.date === date && isInLeave(slot, week)),
  };
}

function cellOf(
  slots: readonly WeekSlot[],
  week: Week,
  patients: Readonly<Record<string, string>>,
): WeekCell {
  const [first] = slots;
  if (first === undefined) throw new Error('a cell has no slot');
  const open = slots.filter(({ state }) => state !== 'closed');
  const taken = slots.filter(({ state }) => state === 'booked' || state === 'held');
  return {
    state: stateOf(open.length > 0 ? open : slots, week),
    starts: first.starts,
    ends: first.ends,
    visitTypeId: first.slot.visitTypeId,
    locationId: first.slot.locationId,
    patients: slots.flatMap(({ slot, state }) => (state === 'booked' ? (patients[slot.id] ?? []) : [])),
    seats: slots.length,
    taken: taken.length,
    keptFor: first.keptFor,
    keptUntil: first.keptUntil,
    isOutsideRules: slots.some(({ isOutsideRules }) => isOutsideRules),
    isPartOfLonger: first.isPartOfLonger,
  };
}

/** Of several seats: free while one of them is. */
function stateOf(slots: readonly WeekSlot[], week: Week): SlotState {
  const states = new Set(slots.map(({ state }) => state));
  for (const state of ['free', 'settling', 'held', 'booked'] as const) if (states.has(state)) return state;
  const [first] = slots;
  if (first && isInLeave(first, week)) return 'leave';
  return first && isInClosure(first, week) ? 'closure' : 'closed';
}

function isInLeave({ slot }: WeekSlot, { leave }: Week): boolean {
  const [from, to] = [Date.parse(slot.startAt), Date.parse(slot.endAt)];
  return leave.some(({ fromAt, toAt }) => Date.parse(fromAt) < to && from < Date.parse(toAt));
}

function isInClosure({ slot, date }: WeekSlot, { closures }: Week): boolean {
  return closures.some(
    ({ locationId, firstDate, lastDate }) =>
      (locationId === null || locationId === slot.locationId) && firstDate <= date && date <= lastDate,
  );
}
