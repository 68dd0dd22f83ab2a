import { performance } from 'node:perf_hooks';
import type { Pool } from '@healthbooker/runtime/postgres';
import { materialise } from '@healthbooker/scheduler/calendar/materialise';
import type pg from 'pg';

/** Providers of one specialty. */
const PER_SPECIALTY = 20;
const ZONES = ['Europe/London', 'America/New_York', 'Asia/Karachi', 'Australia/Sydney'];

export const visitTypeOf = (specialtyId: string): string => `${specialtyId}-visit`;

/** Writes the directory as the owner of the tables; no provider yet. Specialties and locations are `s0`, `s1`, … and `l0`, `l1`, … */
export async function fillDirectory(owner: pg.Pool, providers: number): Promise<string[]> {
  const specialties = Array.from({ length: Math.ceil(providers / PER_SPECIALTY) }, (_, i) => `s${i}`);
  await owner.query(
    "insert into specialty(id, name, plain_name) select id, 'Specialty ' || id, id from unnest($1::text[]) as id",
    [specialties],
  );
  await owner.query(
    `insert into visit_type(id, specialty_id, name, preparation, length_min)
     select id || '-visit', id, 'First visit', 'Bring your medicines', 30 from unnest($1::text[]) as id`,
    [specialties],
  );
  await owner.query("insert into region(id, name) values ('everywhere', 'Everywhere')");
  await owner.query(
    `insert into location(id, name, address, time_zone, phone, step_free_route, region_id)
     select 'l' || place, 'Clinic ' || place, '1 High Street', zone, '+44 20 7946 0000', 'Ramp', 'everywhere'
     from unnest($1::text[]) with ordinality as x(zone, place)`,
    [ZONES],
  );
  await owner.query(
    "insert into team(id, name) select 't' || n, 'Team ' || n from generate_series(0, 9) as n",
  );
  return specialties;
}

/**
 * Adds providers who work from Monday to Friday, 09:00 to 17:00, in half-hour visits, and makes their slots as the
 * scheduler does, with its pool: some 1,040 each. Returns how many slots came of it and how many a second.
 */
export async function addProviders(
  owner: pg.Pool,
  pool: Pool,
  specialties: readonly string[],
  count: number,
): Promise<{ added: number; perSecond: number }> {
  await owner.query(
    `with made as (
       insert into provider(id, name, title, team_id)
       select gen_random_uuid(), 'Dr ' || n, 'Consultant', 't' || n % 10
       from generate_series(1, $2::int) as n
       returning id),
     placed as (
       select id, ($1::text[])[1 + (row_number() over () - 1) % cardinality($1::text[])] as specialty_id,
         'l' || 1 + row_number() over () % $3 as location_id
       from made),
     belongs as (
       insert into provider_specialty(provider_id, specialty_id) select id, specialty_id from placed)
     insert into session(id, provider_id, location_id, visit_type_id, weekday, starts, ends, effective)
     select gen_random_uuid(), id, location_id, specialty_id || '-visit', weekday, '09:00', '17:00',
       daterange(current_date, null)
     from placed, generate_series(1, 5) as weekday`,
    [specialties, count, ZONES.length],
  );
  const began = performance.now();
  const { added } = await materialise(pool, new Date());
  return { added, perSecond: added / ((performance.now() - began) / 1000) };
}

/** Free slots anywhere, at random. */
export async function randomSlots(pool: Pool, count: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from slot where state = 'free' and start_at > now() + interval '2 days' order by random() limit $1`,
    [count],
  );
  return rows.map(({ id }) => id);
}
