import { readFileSync } from 'node:fs';
import type { Pool } from '@healthbooker/runtime/postgres';

/** What one operation took: processor of this process and of PostgreSQL's backends, and pages that these read. */
export type Cost = { node_ms: number; postgres_ms: number; buffers: number };

type Reading = { node_us: number; backends_ns: ReadonlyMap<number, number>; buffers: number };

/**
 * Does the work and says what each of its operations cost, by the kernel's accounting (/proc, Linux) and PostgreSQL's
 * own counters. Nobody else uses the database meanwhile, and no work is on the pool's connections before and after.
 */
export async function costOf<Result>(
  pool: Pool,
  operations: number,
  work: () => Promise<Result>,
): Promise<{ result: Result; cost: Cost }> {
  const before = await read(pool);
  const result = await work();
  const after = await read(pool);
  let backends_ns = 0;
  for (const [pid, ns] of after.backends_ns) backends_ns += ns - (before.backends_ns.get(pid) ?? 0);
  const cost = {
    node_ms: (after.node_us - before.node_us) / 1e3 / operations,
    postgres_ms: backends_ns / 1e6 / operations,
    buffers: (after.buffers - before.buffers) / operations,
  };
  return { result, cost };
}

/** Asks on every connection of the pool: each backend counts for itself, and tells its counts when it is made to. */
async function read(pool: Pool): Promise<Reading> {
  const clients = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  const pids: number[] = [];
  try {
    for (const client of clients) {
      const { rows } = await client.query('select pg_backend_pid() as pid, pg_stat_force_next_flush()');
      pids.push(rows[0].pid);
    }
  } finally {
    for (const client of clients) client.release();
  }
  const { user, system } = process.cpuUsage();
  const backends_ns = new Map(pids.map((pid) => [pid, processorTime(pid)]));
  const { rows } = await pool.query(
    'select blks_hit + blks_read as buffers from pg_stat_database where datname = current_database()',
  );
  return { node_us: user + system, backends_ns, buffers: rows[0].buffers };
}

/** Nanoseconds that a process with one thread has run: the first field of its schedstat. */
function processorTime(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);
}
