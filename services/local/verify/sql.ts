import pg from 'pg';
import { page_rows } from './look.ts';

/** Long enough for a page, and for sorting the keys of all that changed. */
const statement_ms = 60_000;

/** A store that could not be read: what was not looked at may be broken. */
export class StoreUnread extends Error {
  constructor(store: string, cause: unknown) {
    super(`${store} could not be read: ${wordsOf(cause)}`, { cause });
  }
}

/** What an error says. A refused connection to a name with two addresses says nothing but has two errors inside. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(wordsOf))].join(', ');
  if (!(error instanceof Error)) return String(error);
  return error.message || (error as { code?: string }).code || error.name;
}

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
  // A connection that breaks between two statements: the next statement says so.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What a statement is sent on. */
export type Connection = {
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<{ rows: Row[] }>;
};

/** The same connection, whose errors say which store it is. */
export function named(store: string, client: pg.ClientBase): Connection {
  return {
    async query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) {
      try {
        return await client.query<Row>(sql, values);
      } catch (error) {
        throw new StoreUnread(store, error);
      }
    },
  };
}

/** The keys of a statement that takes the key to go on behind and how many, selecting `id` in its order. */
export async function* keysInOrder(
  on: Connection,
  sql: string,
  first: string,
  rows_at_once = page_rows,
): AsyncGenerator<string[]> {
  for (let after: string | undefined = first; after !== undefined; ) {
    const { rows }: { rows: { id: string }[] } = await on.query<{ id: string }>(sql, [after, rows_at_once]);
    if (rows.length > 0) yield rows.map(({ id }) => String(id));
    after = rows.length === rows_at_once ? String(rows.at(-1)?.id) : undefined;
  }
}

let cursors = 0;

/**
 * The keys of a statement that selects `id` in any order. PostgreSQL sorts them and keeps them in a file until they have
 * been fetched: no snapshot is held meanwhile, so that vacuum goes on.
 */
export async function* keysOf(
  on: Connection,
  sql: string,
  parameters: readonly unknown[],
  rows_at_once = page_rows,
): AsyncGenerator<string[]> {
  cursors += 1;
  const name = `verify_${cursors}`;
  await on.query(`declare ${name} no scroll cursor with hold for select id from (${sql}) keys order by id`, [
    ...parameters,
  ]);
  try {
    for (;;) {
      const { rows } = await on.query<{ id: string }>(`fetch ${rows_at_once} from ${name}`);
      if (rows.length > 0) yield rows.map(({ id }) => String(id));
      if (rows.length < rows_at_once) return;
    }
  } finally {
    await on.query(`close ${name}`);
  }
}
