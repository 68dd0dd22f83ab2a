import { passing, type Task } from '@healthbooker/runtime/housekeeping';
import { partitioned } from '@healthbooker/runtime/partition-sql';
import { partitionTasks } from '@healthbooker/runtime/partition-tasks';
import { type Pool, query, statement } from '@healthbooker/runtime/postgres';
import type { Retention } from '@healthbooker/runtime/retention';

/**
 * As many as $2 free slots that began before $1, the earliest of a specialty first: each specialty is a range of the index
 * that slot search reads, so nothing else is looked at. Another process takes others. An array, because a plan for any
 * limit takes a subquery for a tenth of the table and joins it by reading all.
 */
const step = statement(
  'close-past-slots',
  `update slot set state = 'closed' where id = any (array(
  select past.id from specialty c cross join lateral (
    select id from slot where specialty_id = c.id and state = 'free' and start_at < $1
    order by start_at, visit_id, seat limit $2 for no key update skip locked) past
  limit $2))
returning id`,
);
/** At most 1000 of each specialty are counted: more of a range, and a plan for any time reads the table. */
const measure = statement(
  'measure-past-slots',
  `select coalesce(sum(past.count), 0)::int as waiting, min(past.since) as since
from specialty c cross join lateral (
  select count(*), min(start_at) as since from (
    select start_at from slot where specialty_id = c.id and state = 'free' and start_at < $1
    order by start_at limit 1000) first) past`,
);
/** The function of the owner says what goes and what stays. */
const move = statement('move-past-slots', 'select move_past_slots($1, $2::int, $3::int, $4::int) as moved');
/** The earliest 10 of each provider are counted, whatever keeps them. */
const measureMoving = statement(
  'measure-slots-to-move',
  `select coalesce(sum(past.count), 0)::int as waiting, min(past.since) as since
from provider p cross join lateral (
  select count(*), min(end_at) as since from (
    select end_at from slot where provider_id = p.id and start_at < $1 and end_at < $1 order by start_at limit 10) first) past`,
);
const months = partitioned('slot_past', 'month');
const day_ms = 86_400_000;
const hour_ms = 3_600_000;
const moved_at_once = 200;

/** What becomes of a slot that nobody can have any more. */
export function pastSlotTasks(pool: Pool, retention: Retention): Task[] {
  return [
    closePastSlots(pool),
    movePastSlots(pool, retention),
    ...partitionTasks(pool, months, retention.slot_past_months),
  ];
}

/** Moves the slots that ended as long ago as services/catalogue.json says to `slot_past`; their visits keep a copy. */
export function movePastSlots(pool: Pool, { slot_days, slot_past_months }: Retention): Task {
  const before = (at: Date) => new Date(at.getTime() - slot_days * day_ms);
  return {
    name: 'move-past-slots',
    table: 'slot',
    every_ms: hour_ms,
    async step(at) {
      const [row] = await query<{ moved: number | null }>(pool, move, [
        at,
        slot_days,
        slot_past_months,
        moved_at_once,
      ]);
      const rows = row?.moved ?? 0;
      return { rows, isMore: rows >= moved_at_once };
    },
    async measure(at) {
      const [row] = await query<{ waiting: number; since: Date | null }>(pool, measureMoving, [before(at)]);
      const since = row?.since ?? before(at);
      return { waiting: row?.waiting ?? 0, overdue_s: (before(at).getTime() - since.getTime()) / 1000 };
    },
  };
}

/** Closes the free slots of the past a day after they began, so that what is searched stays small. */
export function closePastSlots(pool: Pool): Task {
  return passing(pool, {
    name: 'close-past-slots',
    table: 'slot',
    over_after_ms: day_ms,
    step,
    measure,
    at_once: 200,
  });
}
