import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Wished dates behind all slots: who waits with them is offered nothing. */
export function datesWithoutSlots(): { earliestDate: string; latestDate: string } {
  const farOff = new Date(Date.now() + 700 * 86_400_000).toISOString().slice(0, 10);
  return { earliestDate: farOff, latestDate: farOff };
}

export type TestHospital = {
  specialtyId: string;
  visitTypeId: string;
  locationId: string;
  /** Two teams: the second provider is of the second. */
  providers: [string, string];
  /** Adds free slots of `length_min` (30) for the first provider, from `from` on, and returns their ids in order. */
  addSlots(from: Date, count: number, length_min?: number): Promise<string[]>;
  pool: pg.Pool;
  close(): Promise<void>;
};

/** The smallest hospital one can book in: one specialty, visit type and location, and a provider in each of two teams. */
export async function testHospital(schedulerUrl: string): Promise<TestHospital> {
  const pool = new pg.Pool({ connectionString: schedulerUrl, max: 4 });
  // Tests stop the database; an idle connection that is lost is none of theirs.
  pool.on('error', () => {});
  const providers: [string, string] = [randomUUID(), randomUUID()];
  const sessionId = randomUUID();
  // One patient of a test does what many do in a day.
  await pool.query(
    `update policy set open_visits_per_specialty = 100000, open_series_per_specialty = 100000,
       new_visits_per_day = 100000, moves_per_day = 100000, waiting_places = 1000`,
  );
  await pool.query(`insert into specialty values ('cardiology', 'Cardiology', 'Heart')`);
  await pool.query(`insert into region values ('london', 'London')`);
  await pool.query(
    `insert into location values ('north', 'North Clinic', '1 High Street, London', 'Europe/London',
       '+44 20 7946 0000', 'Ramp at the side door', 'london')`,
  );
  await pool.query(`insert into team values ('hearts', 'Hearts'), ('others', 'Others')`);
  await pool.query(
    `insert into visit_type (id, specialty_id, name, preparation, length_min, notice_min)
     values ('heart-first', 'cardiology', 'First visit', 'Bring your medicines', 30, 0)`,
  );
  for (const [index, id] of providers.entries()) {
    await pool.query(`insert into provider (id, name, title, team_id) values ($1, $2, 'Consultant', $3)`, [
      id,
      `Dr Test ${index + 1}`,
      ['hearts', 'others'][index],
    ]);
    await pool.query(`insert into provider_specialty values ($1, 'cardiology')`, [id]);
  }
  // Effective in the past and materialised to its end, so that nothing but the test makes or retires slots.
  await pool.query(
    `insert into session (id, provider_id, location_id, visit_type_id, weekday, starts, ends, effective,
       materialised_until)
     values ($1, $2, 'north', 'heart-first', 1, '08:00', '18:00', '[2020-01-01,2020-01-02)', '2020-01-02')`,
    [sessionId, providers[0]],
  );
  return {
    specialtyId: 'cardiology',
    visitTypeId: 'heart-first',
    locationId: 'north',
    providers,
    pool,
    async addSlots(from, count, length_min = 30) {
      const { rows } = await pool.query<{ id: string }>(
        `insert into slot (id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id,
           visit_type_id, start_at, end_at, blocks, state)
         select gen_random_uuid(), $1, at at time zone 'Europe/London', 1, gen_random_uuid(), $2, 'cardiology', 'north',
           'heart-first', at, at + length, tstzrange(at, at + length), 'free'
         from (select $5::int * interval '1 minute') l(length), generate_series(0, $4::int - 1) n,
           lateral (select $3::timestamptz + n * length) x(at)
         returning id, start_at`,
        [sessionId, providers[0], from, count, length_min],
      );
      return rows.map(({ id }) => id);
    },
    close: () => pool.end(),
  };
}
