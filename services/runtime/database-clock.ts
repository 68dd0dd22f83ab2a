import { type Pool, query, statement } from './postgres.ts';

const clock = statement('database-clock', 'select database_clock() as now');

/** What time it is by the clock of the database, which a test may move. */
export async function databaseNow(pool: Pool): Promise<Date> {
  const [row] = await query<{ now: Date }>(pool, clock);
  if (row === undefined) throw new Error('the database does not tell the time');
  return row.now;
}
