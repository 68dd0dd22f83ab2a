import type { Pool } from 'pg';

/**
 * Stops the clock of a service's database at an instant, as its owner, so that program and database can be moved together;
 * without one it goes by the server's again. Other databases of the run keep their time.
 */
export async function moveDatabaseClock(owner: Pool, at?: Date): Promise<void> {
  const time = at === undefined ? 'statement_timestamp()' : `timestamptz '${at.toISOString()}'`;
  await owner.query(
    `create or replace function database_clock() returns timestamptz language sql stable parallel safe as $$select ${time}$$`,
  );
}
