import { passing, type Task } from '@healthbooker/runtime/housekeeping';
import { type Pool, statement } from '@healthbooker/runtime/postgres';
import type { Retention } from '@healthbooker/runtime/retention';

/** As many as $2 of those not saved since $1; another process takes others. */
const step = statement(
  'expire-drafts',
  `delete from draft
where ctid = any (array(
  select ctid from draft where saved_at < $1 order by saved_at limit $2 for update skip locked))
returning form`,
);
const measure = statement(
  'measure-old-drafts',
  `select count(*)::int as waiting, min(saved_at) as since
from (select saved_at from draft where saved_at < $1 order by saved_at limit 10000) first`,
);
const day_ms = 86_400_000;

/** Removes the drafts that were last saved as long ago as services/catalogue.json says. */
export function expireDrafts(pool: Pool, { draft_days }: Retention): Task {
  return passing(pool, {
    name: 'expire-drafts',
    table: 'draft',
    over_after_ms: draft_days * day_ms,
    step,
    measure,
    at_once: 200,
  });
}
