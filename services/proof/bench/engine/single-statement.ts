import { createHash, randomUUID } from 'node:crypto';
import { loadSql, type Pool } from '@healthbooker/runtime/postgres';
import { newTrace, toTraceparent } from '@healthbooker/runtime/trace';
import pg from 'pg';
import { atOnce } from './in-process.ts';

const bookOne = loadSql(import.meta.url, './book-one.sql');

/** A booking as Reserve stored it, so that both write records of the same size. */
type Example = { details: object; inputs: object; outcome: { reservation: object }; request_sha256: Buffer };

/**
 * Bookings a second of so many connections that each send one named prepared statement at a time, which does all
 * the writes of a booking and commits: what pgbench would measure, with a client of Node's.
 */
export async function bookOneByOne(
  databaseUrl: string,
  pool: Pool,
  slotIds: readonly string[],
  connections: number,
): Promise<number> {
  const { rows } = await pool.query<Example>(
    `select r.details, d.inputs, d.outcome, d.request_sha256
     from decision d join reservation r using (appointment_id) order by d.decided_at desc limit 1`,
  );
  const [example] = rows;
  if (example === undefined) throw new Error('nothing has been booked that could serve as an example');
  const [details, inputs, outcome, event] = [
    example.details,
    example.inputs,
    example.outcome,
    example.outcome.reservation,
  ].map((value) => JSON.stringify(value));
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: databaseUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  const free = [...clients];
  try {
    const { seconds } = await atOnce(connections, slotIds, async (slotId) => {
      const client = free.pop();
      if (client === undefined) throw new Error('more at once than there are connections');
      const key = randomUUID();
      const hash = createHash('sha256').update(key).digest();
      const { rowCount } = await client.query({
        ...bookOne,
        values: [
          slotId,
          randomUUID(),
          randomUUID(),
          details,
          new Date(),
          key,
          hash,
          inputs,
          outcome,
          event,
          toTraceparent(newTrace()),
        ],
      });
      if (rowCount !== 1) throw new Error('a slot was not free');
      free.push(client);
      return 0;
    });
    return slotIds.length / seconds;
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
