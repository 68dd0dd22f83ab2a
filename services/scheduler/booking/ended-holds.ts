import { passing, type Task } from '@healthbooker/runtime/housekeeping';
import { type Pool, statement } from '@healthbooker/runtime/postgres';
import type { Retention } from '@healthbooker/runtime/retention';

/** As many as $2 of those that ended before $1; another process takes others. */
const step = statement(
  'prune-holds',
  `delete from hold where id = any (array(
  select id from hold where state <> 'open' and expires_at < $1
  order by expires_at limit $2 for update skip locked))
returning id`,
);
const measure = statement(
  'measure-ended-holds',
  `select count(*)::int as waiting, min(expires_at) as since
from (select expires_at from hold where state <> 'open' and expires_at < $1 order by expires_at limit 10000) first`,
);
const day_ms = 86_400_000;

/** Removes the holds that ended as long ago as services/catalogue.json says. */
export function pruneHolds(pool: Pool, { hold_days }: Retention): Task {
  return passing(pool, {
    name: 'prune-holds',
    table: 'hold',
    over_after_ms: hold_days * day_ms,
    step,
    measure,
    at_once: 500,
  });
}
