import { query, statement } from '@healthbooker/runtime/postgres';
import type { Parts } from '../parts.ts';

/** For how long, at $1, the oldest visit on the worklist has been there; 0 when the worklist is empty. */
const oldest = statement(
  'oldest-on-worklist',
  `select coalesce(extract(epoch from $1::timestamptz - min(changed_at)), 0)::float8 as oldest_s
from leave_visit_view
where (leave_id, appointment_id) in (
    select leave_id, appointment_id from leave_visit where state in ('proposed', 'unplaced', 'refused'))
  and (state in ('unplaced', 'refused') or (state = 'proposed' and is_unreached))`,
);

/** Measures how long the oldest visit has been on the worklist. */
export async function measureWorklist({ pool, clock, measures }: Parts): Promise<void> {
  const [row] = await query<{ oldest_s: number }>(pool, oldest, [clock()]);
  measures.worklistOldest.set(row?.oldest_s ?? 0);
}
