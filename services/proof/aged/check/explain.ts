import pg from 'pg';
import { type Explained, type Measured, measure } from './plan.ts';

export type PlanKind = 'generic' | 'custom';
export const planKinds: readonly PlanKind[] = ['generic', 'custom'];

/** Runs after the first, which finds pages on disk that a busy hospital has in memory. */
const RUNS = 2;
/** PostgreSQL rightly reads a table of so few pages from end to end: then the plan without that is looked at. */
const FEW_PAGES = 128;

/**
 * Runs a statement as the service prepares it, in a transaction that is taken back, and says what the quickest run took.
 *
 * @param pages of each table that grows
 */
export async function explain(
  client: pg.Client,
  text: string,
  params: readonly unknown[],
  kind: PlanKind,
  pages: ReadonlyMap<string, number>,
): Promise<Measured> {
  await client.query(`prepare tried as ${text}`);
  try {
    const asIs = await bestOf(client, params, kind, true);
    const isTiny = ({ scanned }: Measured) =>
      scanned.some(({ table }) => (pages.get(table) ?? Number.POSITIVE_INFINITY) < FEW_PAGES);
    if (!isTiny(asIs)) return asIs;
    await client.query('discard plans');
    return await bestOf(client, params, kind, false);
  } finally {
    await client.query('deallocate tried');
  }
}

async function bestOf(
  client: pg.Client,
  params: readonly unknown[],
  kind: PlanKind,
  mayScan: boolean,
): Promise<Measured> {
  const execute = params.length === 0 ? 'execute tried' : `execute tried(${params.map(literal).join(', ')})`;
  const runs: Measured[] = [];
  while (runs.length < RUNS) {
    await client.query('begin');
    try {
      await client.query(`set local plan_cache_mode = force_${kind}_plan`);
      if (!mayScan) await client.query('set local enable_seqscan = off');
      const { rows } = await client.query(`explain (analyze, buffers, format json) ${execute}`);
      const [explained] = rows[0]['QUERY PLAN'] as [Explained];
      runs.push(measure(explained));
    } finally {
      await client.query('rollback');
    }
  }
  return runs.reduce((best, run) => (run.ms < best.ms ? run : best));
}

/** A value as `execute` takes it: text in quotes, whose type the statement says. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  if (Array.isArray(value)) return isDocument(value) ? quoted(value) : pg.escapeLiteral(arrayText(value));
  if (typeof value === 'object') return quoted(value);
  return pg.escapeLiteral(String(value));
}

const quoted = (value: unknown) => pg.escapeLiteral(JSON.stringify(value));

/** Lists of objects are JSON; every other list is an array of PostgreSQL. */
function isDocument(list: readonly unknown[]): boolean {
  return list.some((each) => typeof each === 'object' && each !== null && !(each instanceof Date));
}

function arrayText(list: readonly unknown[]): string {
  const element = (each: unknown) =>
    each === null
      ? 'null'
      : `"${(each instanceof Date ? each.toISOString() : String(each)).replaceAll(/["\\]/g, '\\$&')}"`;
  return `{${list.map(element).join(',')}}`;
}
