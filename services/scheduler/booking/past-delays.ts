import { passing, type Task } from '@healthbooker/runtime/housekeeping';
import { type Pool, statement } from '@healthbooker/runtime/postgres';
import type { Retention } from '@healthbooker/runtime/retention';

/** As many as $2 of days that were over in every time zone at $1; another process takes others. */
const step = statement(
  'remove-past-delays',
  `delete from provider_delay where ctid = any (array(
  select ctid from provider_delay where day < ($1::timestamptz at time zone 'UTC')::date - 1
  order by day limit $2 for update skip locked))
returning day`,
);
const measure = statement(
  'measure-past-delays',
  `select count(*)::int as waiting, min(day + 2)::timestamp at time zone 'UTC' as since
from (
  select day from provider_delay where day < ($1::timestamptz at time zone 'UTC')::date - 1 order by day limit 10000) first`,
);
const day_ms = 86_400_000;

/** Removes how late clinicians were on days whose slots are not among the live ones: `slot_days` of services/catalogue.json. */
export function removePastDelays(pool: Pool, { slot_days }: Retention): Task {
  return passing(pool, {
    name: 'remove-past-delays',
    table: 'provider_delay',
    over_after_ms: slot_days * day_ms,
    step,
    measure,
    at_once: 500,
  });
}
