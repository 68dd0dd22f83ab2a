import { loadSql, type Pool, query, statement } from '@healthbooker/runtime/postgres';
import type { Mode, SlotRow } from '../calendar/slot.ts';
import { addDays, localDate } from '../directory/local-time.ts';
import type { AllocationRequest } from '../engine/request.ts';
import { maySee, TARGET_DAYS, type Urgency } from '../engine/urgency.ts';
import { assignGreedily, type Option, type Visit } from './assignment.ts';
import { lateCost, rounded, unplacedCost } from './cost.ts';
import { solve } from './solve.ts';

/** The columns of a {@link Place} from `slot_view s`. */
const placeColumns = `s.id, s.provider_id, s.team_id, s.visit_type_id, s.location_id, s.time_zone, s.start_at, s.end_at, s.local_start,
  s.mode, s.notice_min, s.horizon_days, s.reserved_for, s.release_at`;

const sql = {
  booked: loadSql(import.meta.url, './booked-on-day.sql', { placeColumns }),
  /** Slots of specialty $1 and these visit types that are free and begin after $3, earliest first, at most $4. */
  free: statement(
    'free-from',
    `select ${placeColumns}
from slot_view s
where s.state = 'free' and s.specialty_id = $1 and s.visit_type_id = any ($2::text[]) and s.start_at > $3
order by s.start_at, s.id
limit $4`,
  ),
};
const DAY_MS = 86_400_000;
const MOST_VISITS = 100;
const MOST_SLOTS = 400;

/** A day of the contract's OptimalityDay. */
export type Optimality = {
  date: string;
  visits: number;
  slots: number;
  greedyCost: number;
  optimalCost: number;
  greedyTargetsMissed: number;
  optimalTargetsMissed: number;
  isProven: boolean;
};

type Place = Pick<
  SlotRow,
  | 'id'
  | 'provider_id'
  | 'visit_type_id'
  | 'location_id'
  | 'time_zone'
  | 'start_at'
  | 'end_at'
  | 'local_start'
  | 'notice_min'
  | 'horizon_days'
  | 'reserved_for'
  | 'release_at'
> & { mode: Mode };

type Booked = Place & {
  appointment_id: string;
  decided_at: Date;
  urgency: Urgency;
  due_date: string | null;
  wishes: Partial<AllocationRequest> | null;
};

/**
 * Compares two ways to serve the visits that were booked on a day (UTC), on the slots that they got or could get now:
 * in the order in which they came, each with the best slot left; and by the best assignment of all. Costs are days
 * waited, and far more for a missed target. The visits looked at are the first 100 of the day, the slots the first 400.
 */
export async function optimalityOfDay(pool: Pool, specialtyId: string, date: string): Promise<Optimality> {
  const from = new Date(`${date}T00:00:00Z`);
  const until = new Date(from.getTime() + DAY_MS);
  const booked = await query<Booked>(pool, sql.booked, [specialtyId, from, until, MOST_VISITS]);
  const types = [...new Set(booked.map(({ visit_type_id }) => visit_type_id))];
  const free = await query<Place>(pool, sql.free, [specialtyId, types, from, MOST_SLOTS]);
  const places = [...new Map([...booked, ...free].map((place) => [place.id, place])).values()];
  const visits = booked.map((visit) => toVisit(visit, places));
  const greedy = assignGreedily(visits);
  const best = await solve(visits);
  const missed = (chosen: readonly (Option | null)[]) =>
    chosen.filter((option, index) => {
      const visit = booked[index];
      if (option === null || visit === undefined) return true;
      return localDate(visit.time_zone, option.startMs) > targetOf(visit);
    }).length;
  return {
    date,
    visits: visits.length,
    slots: places.length,
    greedyCost: rounded(greedy.cost),
    optimalCost: rounded(best.cost),
    greedyTargetsMissed: missed(greedy.chosen),
    optimalTargetsMissed: missed(best.chosen),
    isProven: best.method === 'optimal',
  };
}

function toVisit(visit: Booked, places: readonly Place[]): Visit {
  const need = { urgency: visit.urgency, targetDate: targetOf(visit) };
  const options = places
    .filter((place) => isOpenTo(visit, place))
    .map((place): Option => {
      const startMs = place.start_at.getTime();
      const waited = (startMs - visit.decided_at.getTime()) / DAY_MS;
      const cost = rounded(waited + lateCost(need, place.local_start.slice(0, 10)));
      return { slotIds: [place.id], cost, startMs, endMs: place.end_at.getTime() };
    })
    .sort((a, b) => a.cost - b.cost || a.startMs - b.startMs);
  // Visits of one patient are treated like those of different patients, as they were when they were booked.
  const { appointment_id: id } = visit;
  return { id, patientId: id, options, unplacedCost: unplacedCost(need) };
}

function targetOf({ due_date, urgency, time_zone, decided_at }: Booked): string {
  return due_date ?? addDays(localDate(time_zone, decided_at.getTime()), TARGET_DAYS[urgency]);
}

/** Whether the patient could have had this slot when they booked; what they got is always among them. */
function isOpenTo(visit: Booked, place: Place): boolean {
  if (place.id === visit.id) return true;
  const aheadMs = place.start_at.getTime() - visit.decided_at.getTime();
  const isKept =
    place.release_at !== null &&
    place.release_at > visit.decided_at &&
    !maySee(visit.urgency, place.reserved_for);
  const { providerId, locationId, earliestDate, latestDate } = visit.wishes ?? {};
  const date = place.local_start.slice(0, 10);
  return (
    !isKept &&
    place.visit_type_id === visit.visit_type_id &&
    place.mode === visit.mode &&
    aheadMs >= place.notice_min * 60_000 &&
    aheadMs <= place.horizon_days * DAY_MS &&
    (providerId ?? place.provider_id) === place.provider_id &&
    (locationId ?? place.location_id) === place.location_id &&
    (earliestDate ?? date) <= date &&
    (latestDate ?? date) >= date
  );
}
