-- What counts against the limits of patients, by themselves and without a referral: what they have booked in a
-- specialty ('open'), and what they booked in the last 24 hours ('new'), cancelled or not. A series counts once; it
-- does not count when its first visit uses a referral. $2: now, $3: the furthest that a visit begins.
select patient.id as patient_id, counted.*
from unnest($1::uuid[]) as patient(id)
cross join lateral (
  select 'open' as kind, r.specialty_id, count(*) filter (where r.series_id is null)::int as visits,
    count(distinct r.series_id)::int as series
  from reservation r
  where r.patient_id = patient.id and r.status = 'booked' and r.during && tstzrange($2, $3) and lower(r.during) > $2
    and is_own_booking(r)
  group by r.specialty_id
  union all
  select 'new', null, count(distinct coalesce(r.series_id, r.appointment_id))::int, 0
  from reservation r
  where r.patient_id = patient.id and r.booked_at > $2::timestamptz - interval '24 hours' and is_own_booking(r)
  offset 0) counted
