import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Finding, VerifiedStores } from './types.ts';

/** Long enough for a check over a year of bookings. */
const statement_ms = 60_000;

/** Runs `work` on a connection of its own, which can change nothing: it is the owner's, who may read every table. */
export async function withDatabase<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    statement_timeout: statement_ms,
    options: '-c default_transaction_read_only=on',
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const page_rows = 1000;

/**
 * The rows of a statement by the page, on a connection of its own: after the given parameters it takes the key to go on
 * behind and the number of rows.
 */
export async function* pagesOf<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  parameters: readonly unknown[],
  first: string,
  keyOf: (row: Row) => string,
): AsyncGenerator<Row[]> {
  for (let after: string | undefined = first; after !== undefined; ) {
    const values: unknown[] = [...parameters, after, page_rows];
    const rows: Row[] = await withDatabase(
      url,
      async (client) => (await client.query<Row>(sql, values)).rows,
    );
    if (rows.length > 0) yield rows;
    const last: Row | undefined = rows.at(-1);
    after = last !== undefined && rows.length === page_rows ? keyOf(last) : undefined;
  }
}

/** A check as of an instant, which is its only parameter; not all look at the time. */
export function asOf(check: string, now: Date): { text: string; values: Date[] } {
  return { text: check, values: check.includes('$1') ? [now] : [] };
}

/**
 * What a service's own checks find: `services/<service>/verify/<when>.sql`, one statement that selects `broken` and
 * `id` and must return nothing.
 */
export async function runChecks(
  { databases }: VerifiedStores,
  when: 'always' | 'settled',
  now = new Date(),
): Promise<Finding[]> {
  const findings = await Promise.all(
    Object.entries(databases).map(async ([service, url]) => {
      const file = fileURLToPath(new URL(`../../${service}/verify/${when}.sql`, import.meta.url));
      if (!existsSync(file)) return [];
      const { rows } = await withDatabase(url, (client) =>
        client.query<Finding>(asOf(readFileSync(file, 'utf8'), now)),
      );
      return rows.map(({ broken, id }) => ({ broken: `${service}: ${broken}`, id: String(id) }));
    }),
  );
  return findings.flat();
}
