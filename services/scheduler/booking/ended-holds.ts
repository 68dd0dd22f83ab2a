import { passing, type Task } from '@healthbooker/runtime/housekeeping';
import { type Pool, statement } from '@healthbooker/runtime/postgres';
import type { Retention } from '@healthbooker/runtime/retention';

/** As many as $2 of those that ended before $1; another process takes others. */
const holds = {
  step: statement(
    'prune-holds',
    `delete from hold where id = any (array(
  select id from hold where state <> 'open' and entry_id is null and expires_at < $1
  order by expires_at limit $2 for update skip locked))
returning id`,
  ),
  measure: statement(
    'measure-ended-holds',
    `select count(*)::int as waiting, min(expires_at) as since
from (select expires_at from hold where state <> 'open' and entry_id is null and expires_at < $1
  order by expires_at limit 10000) first`,
  ),
};

/** Of offers the same, when the longest horizon has passed besides: by then the visit that was offered is over. */
const offers = {
  step: statement(
    'prune-offers',
    `delete from hold where id = any (array(
  select id from hold
  where state <> 'open' and entry_id is not null
    and expires_at < $1::timestamptz - make_interval(days => (select max(horizon_days) from visit_type))
  order by expires_at limit $2 for update skip locked))
returning id`,
  ),
  measure: statement(
    'measure-ended-offers',
    `select count(*)::int as waiting, min(expires_at) + make_interval(days => min(horizon)) as since
from (
  select expires_at, horizon
  from (select max(horizon_days) as horizon from visit_type) longest
  join hold on expires_at < $1::timestamptz - make_interval(days => horizon)
  where state <> 'open' and entry_id is not null
  order by expires_at limit 10000) first`,
  ),
};
const day_ms = 86_400_000;

/**
 * Remove the holds that ended as long ago as services/catalogue.json says. An offer is kept until its visit cannot lie
 * ahead any more: while it is there, the same time is not offered to the same person again.
 */
export function endedHoldTasks(pool: Pool, { hold_days }: Retention): Task[] {
  const common = { table: 'hold', over_after_ms: hold_days * day_ms, at_once: 500 };
  return [
    passing(pool, { ...common, name: 'prune-holds', ...holds }),
    passing(pool, { ...common, name: 'prune-offers', ...offers }),
  ];
}
