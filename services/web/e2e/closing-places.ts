import { randomUUID } from 'node:crypto';
import type { PortalStack } from './stack.ts';

const day_ms = 86_400_000;
const length_ms = 15 * 60_000;

export type Places = {
  /** The place that closes, another in its region, and one in another region. */
  names: { closing: string; near: string; far: string };
  /** Slots at the place that closes, in order of time. */
  booked: string[];
  /** How many free times the region has for them. */
  room: number;
  /** Adds free times at the place that closes, on a day after all others. */
  addFree(count: number): Promise<void>;
};

/**
 * Two places in London and one in Karachi, with a specialty of their own, so that times of other journeys do not
 * matter. The first place gets `perDay` slots on each of `days` days from `from` on. Later there are `room` free
 * slots in London, half at the first place with its clinician and half at the second with another, and free slots in
 * Karachi for everybody.
 */
export async function addPlaces(
  { hospital: { pool } }: PortalStack,
  from: Date,
  { days, perDay, room }: { days: number; perDay: number; room: number },
): Promise<Places> {
  const names = { closing: 'Riverside Clinic', near: 'Hillside Clinic', far: 'Clifton Clinic' };
  await pool.query(`insert into specialty values ('skin', 'Dermatology', 'Skin')`);
  await pool.query(`insert into region values ('karachi', 'Karachi')`);
  await pool.query(
    `insert into visit_type (id, specialty_id, name, preparation, length_min, notice_min)
     values ('skin-first', 'skin', 'First visit', '', 15, 0)`,
  );
  const sessions = new Map<string, string>();
  for (const [id, name, zone, region, clinician] of [
    ['riverside', names.closing, 'Europe/London', 'london', 'Dr River'],
    ['hillside', names.near, 'Europe/London', 'london', 'Dr Hill'],
    ['clifton', names.far, 'Asia/Karachi', 'karachi', 'Dr Cliff'],
  ] as const) {
    const [provider, session] = [randomUUID(), randomUUID()];
    await pool.query(`insert into location values ($1, $2, '2 Low Street', $3, '+44 20 7946 0001', '', $4)`, [
      id,
      name,
      zone,
      region,
    ]);
    await pool.query(
      `insert into provider (id, name, title, team_id) values ($1, $2, 'Consultant', 'hearts')`,
      [provider, clinician],
    );
    await pool.query(`insert into provider_specialty values ($1, 'skin')`, [provider]);
    await pool.query(
      `insert into session (id, provider_id, location_id, visit_type_id, weekday, starts, ends, effective,
         materialised_until)
       values ($1, $2, $3, 'skin-first', 1, '08:00', '18:00', '[2020-01-01,2020-01-02)', '2020-01-02')`,
      [session, provider, id],
    );
    sessions.set(id, session);
  }
  const add = async (place: string, at: Date, count: number): Promise<string[]> => {
    const { rows } = await pool.query<{ id: string }>(
      `insert into slot (id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id,
         visit_type_id, start_at, end_at, blocks, state)
       select gen_random_uuid(), s.id, at at time zone l.time_zone, 1, gen_random_uuid(), s.provider_id, 'skin', l.id,
         'skin-first', at, at + interval '15 minutes', tstzrange(at, at + interval '15 minutes'), 'free'
       from session s join location l on l.id = s.location_id, unnest($2::timestamptz[]) at
       where s.id = $1
       order by at
       returning id`,
      [sessions.get(place), Array.from({ length: count }, (_, n) => new Date(at.getTime() + n * length_ms))],
    );
    return rows.map(({ id }) => id);
  };
  const booked: string[] = [];
  for (let day = 0; day < days; day += 1) {
    booked.push(...(await add('riverside', new Date(from.getTime() + day * day_ms), perDay)));
  }
  const later = new Date(from.getTime() + days * day_ms);
  const own = Math.floor(room / 2);
  await add('riverside', later, own);
  await add('hillside', later, room - own);
  await add('clifton', later, perDay);
  await add('clifton', new Date(later.getTime() + day_ms), perDay);
  let behind = later.getTime();
  const addFree = async (count: number) => {
    behind += 7 * day_ms;
    await add('riverside', new Date(behind), count);
  };
  return { names, booked, room, addFree };
}
