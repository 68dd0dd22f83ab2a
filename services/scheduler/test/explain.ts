import type { Pool } from '@healthbooker/runtime/postgres';
import pg from 'pg';

/** What one run of a statement read, and what it gave. */
export type Explained = { buffers: number; rows: number; plan: string };

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number; 'Actual Rows': number };

/**
 * `explain (analyze, buffers) execute` of the statement of this name that a connection of the pool has prepared: the plan
 * that the service itself runs. The pool has one connection, which has run the statement before.
 */
export async function explainPrepared(
  pool: Pool,
  nameStart: string,
  params: readonly (string | number | boolean | Date | null)[],
): Promise<Explained> {
  const { rows: prepared } = await pool.query<{ name: string }>(
    "select name from pg_prepared_statements where name ~ ('^' || $1 || '-[0-9a-f]{8}$')",
    [nameStart],
  );
  const [statement] = prepared;
  if (prepared.length !== 1 || statement === undefined) {
    throw new Error(`${prepared.length} prepared statements are called ${nameStart}`);
  }
  const execute = `execute ${pg.escapeIdentifier(statement.name)}(${params.map(literal).join(', ')})`;
  const { rows } = await pool.query(`explain (analyze, buffers, format json) ${execute}`);
  const [{ Plan: root }] = rows[0]['QUERY PLAN'] as [{ Plan: Plan }];
  return {
    buffers: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
    rows: root['Actual Rows'],
    plan: JSON.stringify(root, null, 1),
  };
}

function literal(value: string | number | boolean | Date | null): string {
  if (value === null) return 'null';
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}
