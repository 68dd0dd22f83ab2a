import { passing, type Task } from '@healthbooker/runtime/housekeeping';
import { type Pool, statement } from '@healthbooker/runtime/postgres';
import type { Retention } from '@healthbooker/runtime/retention';

/** At most $2 drafts that were not saved since $1; rows that another process has locked are skipped. */
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

/** Removes drafts whose last save is longer ago than services/catalogue.json allows. */
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
