import type pg from 'pg';
import { insertRows } from './insert-rows.ts';
import { idOf } from './random.ts';
import { instant } from './reservations.ts';
import { providers } from './staff.ts';
import { daysFrom, type Visit, zoneOf } from './visits.ts';

const day_ms = 86_400_000;
/** A day on which a busy clinician was called away is looked for between these. */
const awayFrom_days = 8;
const awayUntil_days = 40;
/** Later than any visit that is booked. */
const quiet_days = 70;

/**
 * Leave and a closure: one day on which a clinician is away although patients are booked, who therefore stand on the
 * worklist, and a week and a training day that meet nobody. The slots follow when they are made.
 */
export async function insertAbsences(
  client: pg.Client,
  visits: readonly Visit[],
  today: string,
): Promise<void> {
  const met = busyDay(visits, today);
  const [first] = met;
  const later = providers.find(({ id }) => id !== first?.opening.provider.id);
  const leave = [
    ...(first
      ? [leaveRow(first.opening.provider.id, dateOf(first), dateOf(first), 'Called to give evidence')]
      : []),
    ...(later
      ? [leaveRow(later.id, daysFrom(today, quiet_days), daysFrom(today, quiet_days + 4), 'Annual leave')]
      : []),
  ];
  await insertRows(
    client,
    'provider_leave',
    leave.map((row) => ({ ...row, created_at: `${today}T00:00:00Z` })),
  );
  await insertRows(
    client,
    'leave_visit',
    met.map((visit) => ({
      leave_id: leave[0]?.id,
      appointment_id: visit.id,
      from_slot_id: visit.opening.id,
      to_slot_id: null,
      state: 'unplaced',
      changed_at: `${today}T00:00:00Z`,
    })),
  );
  const closed = daysFrom(today, quiet_days + 7);
  await insertRows(client, 'closure', [
    {
      id: idOf(`closure ${closed}`),
      location_id: 'parkview',
      dates: `[${closed},${daysFrom(closed, 1)})`,
      note: 'Staff training',
    },
  ]);
}

/** The visits of the London clinician and day with the most of them, in order of time. */
export function busyDay(visits: readonly Visit[], today: string): Visit[] {
  const from = Date.parse(today) + awayFrom_days * day_ms;
  const until = Date.parse(today) + awayUntil_days * day_ms;
  const ahead = visits.filter(
    ({ opening, versions }) =>
      opening.startMs >= from &&
      opening.startMs < until &&
      versions.at(-1)?.status === 'booked' &&
      opening.seat === 1 &&
      opening.provider.sessions.every(({ location }) => zoneOf(location) === 'Europe/London'),
  );
  const days = Map.groupBy(ahead, (visit) => `${visit.opening.provider.id} ${dateOf(visit)}`);
  const found = [...days.values()].sort((one, other) => other.length - one.length)[0] ?? [];
  return found.toSorted((one, other) => one.opening.startMs - other.opening.startMs);
}

/** The date of a visit in London. */
function dateOf({ opening }: Visit): string {
  return opening.localStart.slice(0, 10);
}

/** From the first to the last date, in whole days of UTC. */
function leaveRow(providerId: string, first: string, last: string, note: string) {
  const [from, to] = [Date.parse(first), Date.parse(last) + day_ms];
  return {
    id: idOf(`leave ${providerId} ${first}`),
    provider_id: providerId,
    during: `[${instant(from)},${instant(to)})`,
    note,
  };
}
