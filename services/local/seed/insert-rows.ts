import pg from 'pg';

/**
 * Inserts rows by their column names in one statement per table. Values are written as JSON has them and read as the
 * columns' types, so ranges and bytes are given as text. Rows that are there already are left as they are.
 */
export async function insertRows(
  client: pg.Client,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await client.query(
    `insert into ${table}(${columns})
     select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

/** Runs statements in one transaction on a connection of its own. */
export async function inTransaction(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await work(client);
    await client.query('commit');
  } finally {
    // Without a commit the connection's end takes everything back.
    await client.end();
  }
}
