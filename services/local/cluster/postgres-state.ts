import { createServer } from 'node:http';
import pg from 'pg';

const answer_ms = 900;

/** What a PostgreSQL server is at the moment; `down` when it does not answer within a second. */
export async function askState(url: string): Promise<'primary' | 'standby' | 'down'> {
  const result = await onServer(url, (client) =>
    client.query<{ standby: boolean }>('select pg_is_in_recovery() as standby'),
  );
  if (result === undefined) return 'down';
  return result.rows[0]?.standby ? 'standby' : 'primary';
}

/** Runs `work` on a connection of its own; undefined when the server cannot be asked or does not answer. */
export async function onServer<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result | undefined> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: answer_ms,
    query_timeout: answer_ms,
  });
  // Without a listener, a broken connection would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.severity === 'ERROR') console.error(error.message);
    return undefined;
  } finally {
    // A connection to a machine that is gone is never closed by the other side.
    await Promise.race([client.end(), new Promise((done) => setTimeout(done, answer_ms).unref())]);
  }
}

/**
 * Answers on port 8008: `GET /primary` is 200 when the server at `url` is one, `/running` when it answers, `/data` says
 * `some` or `none`.
 */
export function answerState(url: string, hasData: () => boolean): void {
  createServer(async (request, response) => {
    if (request.url === '/data') {
      response.end(hasData() ? 'some' : 'none');
      return;
    }
    const state = await askState(url);
    const good = request.url === '/primary' ? state === 'primary' : state !== 'down';
    response.writeHead(good ? 200 : 503).end(`${state}\n`);
  }).listen(8008, '0.0.0.0');
}

/** Whether a server says that it has no data; false when it says nothing. */
export async function hasNoData(host: string): Promise<boolean> {
  try {
    const reply = await fetch(`http://${host}:8008/data`, { signal: AbortSignal.timeout(answer_ms) });
    return (await reply.text()) === 'none';
  } catch (error) {
    console.log(`${host} cannot be asked for its data: ${String(error)}`);
    return false;
  }
}
