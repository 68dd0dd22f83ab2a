import type { Task } from '@healthbooker/runtime/housekeeping';
import { type Pool, query, statement } from '@healthbooker/runtime/postgres';
import type { Retention } from '@healthbooker/runtime/retention';

const step = statement('remove-ended-entries', 'select remove_ended_entries($1, $2::int, $3::int) as gone');
/** Those that ended more than $2 months before $1, counted up to 10000, the end of the first, and from when it is too late. */
const measure = statement(
  'measure-ended-entries',
  `select count(*)::int as waiting, min(changed_at) as since, $1::timestamptz - make_interval(months => $2) as before
from (
  select changed_at from waitlist_entry
  where changed_at < $1::timestamptz - make_interval(months => $2) and state not in ('waiting', 'offered')
  order by changed_at limit 10000) first`,
);
const at_once = 200;
const hour_ms = 3_600_000;

type Measured = { waiting: number; since: Date | null; before: Date };

/** Removes the waiting entries that ended as long ago as services/catalogue.json says. */
export function removeEndedEntries(pool: Pool, { waiting_entry_months }: Retention): Task {
  return {
    name: 'remove-ended-entries',
    table: 'waitlist_entry',
    every_ms: hour_ms,
    async step(at) {
      const [row] = await query<{ gone: number }>(pool, step, [at, waiting_entry_months, at_once]);
      const gone = row?.gone ?? 0;
      return { rows: gone, isMore: gone === at_once };
    },
    async measure(at) {
      const [row] = await query<Measured>(pool, measure, [at, waiting_entry_months]);
      if (row?.since == null) return { waiting: 0, overdue_s: 0 };
      return { waiting: row.waiting, overdue_s: (row.before.getTime() - row.since.getTime()) / 1000 };
    },
  };
}
