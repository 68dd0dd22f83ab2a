import type pg from 'pg';

/** What both sides are asked: rows that they share, so that each call is the same on both. */
export type Asked = {
  specialties: string[];
  /** Patients of years whose visits are all over. */
  patients: string[];
  /** Free in the next weeks, a time each for one patient alone, and another of the same kind to move to. */
  slots: { id: string; other: string }[];
  /** Who has many visits in the week to come. */
  providers: string[];
  appointments: string[];
};

const patients = `
select patient_id as id from reservation r
where status <> 'cancelled' and not exists (
  select from hold h where h.patient_id = r.patient_id and h.state = 'open')
group by patient_id having max(upper(during)) < $1::timestamptz - interval '1 day'
order by md5(patient_id::text) limit $2`;

const slots = `
with free as (
  select s.id, s.visit_type_id, s.location_id, s.mode,
    row_number() over (partition by s.visit_type_id, s.location_id, s.mode order by md5(s.id::text)) as place
  from slot s join session n on n.id = s.session_id
  where s.state = 'free' and not s.is_retired and n.seats = 1 and s.release_at is null and s.own_end_at is null
    and s.start_at between $1::timestamptz + interval '4 days' and $1::timestamptz + interval '80 days'
    and not exists (
      select from slot o
      where o.provider_id = s.provider_id and o.id <> s.id and o.blocks && s.blocks
        and (o.state in ('held', 'booked') or o.state = 'free' and o.id < s.id)))
select a.id, b.id as other
from free a join free b using (visit_type_id, location_id, mode)
where a.place % 2 = 1 and b.place = a.place + 1
order by md5(a.id::text) limit $2`;

const providers = `
select provider_id as id from slot
where state = 'booked' and start_at between $1::timestamptz and $1::timestamptz + interval '7 days'
group by provider_id order by count(*) desc, provider_id limit $2`;

const appointments = `
select appointment_id as id from reservation
where status = 'booked' and lower(during) > $1::timestamptz order by md5(appointment_id::text) limit $2`;

const specialties = `
select specialty_id as id from slot
where state = 'free' and start_at > $1::timestamptz group by specialty_id order by count(*) desc, 1 limit $2`;

/** Throws when the hospital is too small to ask so much. */
export async function readAsked(aged: pg.Client, asOf: Date, count: number): Promise<Asked> {
  const ask = async <Row extends { id: string }>(what: string, sql: string, least: number, most = least) => {
    const { rows } = await aged.query<Row>(sql, [asOf, most]);
    if (rows.length < least)
      throw new Error(`it has ${rows.length} ${what}, and ${least} are needed: take a larger --scale`);
    return rows;
  };
  const ids = async (...args: Parameters<typeof ask>) => (await ask(...args)).map(({ id }) => id);
  return {
    specialties: await ids('specialties', specialties, 1, 20),
    patients: await ids('patients whose visits are over', patients, count),
    slots: await ask<{ id: string; other: string }>('free slots', slots, count),
    providers: await ids('providers with visits', providers, 1, 200),
    appointments: await ids('visits ahead', appointments, 1, 1000),
  };
}
