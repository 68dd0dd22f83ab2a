import { loadSql, query } from '@healthbooker/runtime/postgres';
import type { Parts } from '../parts.ts';

const oldest = loadSql(import.meta.url, '../sql/oldest-on-worklist.sql');

/** Says how long the visit has waited that has been on the worklist longest. */
export async function measureWorklist({ pool, clock, measures }: Parts): Promise<void> {
  const [row] = await query<{ oldest_s: number }>(pool, oldest, [clock()]);
  measures.worklistOldest.set(row?.oldest_s ?? 0);
}
