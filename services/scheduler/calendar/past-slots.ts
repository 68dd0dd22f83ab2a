import { passing, type Task } from '@healthbooker/runtime/housekeeping';
import { type Pool, statement } from '@healthbooker/runtime/postgres';

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
const day_ms = 86_400_000;

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
