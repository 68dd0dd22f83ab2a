import { query, statement } from '@healthbooker/runtime/postgres';
import type { Parts } from '../parts.ts';

/** For how long, at $1, somebody has had to care for the visit that has waited longest; 0 where nobody has to. */
const oldest = statement(
  'oldest-on-worklist',
  `select coalesce(extract(epoch from $1::timestamptz - min(changed_at)), 0)::float8 as oldest_s
from leave_visit_view
where state in ('unplaced', 'refused') or (state = 'proposed' and is_unreached)`,
);

/** Says how long the visit has waited that has been on the worklist longest. */
export async function measureWorklist({ pool, clock, measures }: Parts): Promise<void> {
  const [row] = await query<{ oldest_s: number }>(pool, oldest, [clock()]);
  measures.worklistOldest.set(row?.oldest_s ?? 0);
}
