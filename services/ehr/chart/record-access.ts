import { loadSql, type Pool, query } from '@healthbooker/runtime/postgres';
import type { TraceContext } from '@healthbooker/runtime/trace';
import type { Permission } from '../access.ts';

const insertAccess = loadSql(import.meta.url, '../sql/record-access.sql');

/**
 * Commits who is about to read what, then tells the chart's version (0 when nothing was ever recorded). One
 * statement in a transaction of its own: when this returns, the row is durable, and nothing clinical was read yet.
 */
export async function recordAccess(
  pool: Pool,
  { patientId, readerId, role, why }: Permission,
  what: 'chart' | 'entry-history',
  now: Date,
  trace: TraceContext,
): Promise<number> {
  const [row] = await query<{ chart_version: number | null }>(pool, insertAccess, [
    ...[now, patientId, readerId, role, what, why, trace.traceId],
  ]);
  return row?.chart_version ?? 0;
}
