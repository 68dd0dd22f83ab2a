-- Who waits in a specialty ($1) and could be given one of these slots ($6) now ($3), alone or as part of a longer visit
-- that begins at one of $2: the $4 highest pairs by the order of `byPriority`, but none of the entries $5. A target that
-- passed raises an entry by one class.
-- First the pairs that suit the wishes, in their order; then each is looked up by itself (`offset 0`), as far as it takes.
select f.appointment_id, f.slot_id as id, f.next_id, f.provider_id, f.location_id, f.visit_type_id, f.start_at, f.end_at,
  f.local_start, f.reserved_for, f.release_at, f.notice_min, f.horizon_days, f.time_zone, f.mode,
  case when f.next_id is null then null else f.end_at end as longer_end_at
from (
  select e.appointment_id, s.id as slot_id
  from slot s
  join waitlist_entry e on e.specialty_id = $1 and e.state = 'waiting' and e.visit_type_id = s.visit_type_id
  where s.id = any ($2::uuid[]) and (s.id = any ($6::uuid[]) or e.is_longer) and e.appointment_id <> all ($5::uuid[])
    and (e.provider_id is null or s.provider_id = e.provider_id)
    and (e.location_id is null or s.location_id = e.location_id)
    and (e.mode is null or s.mode = e.mode)
    and (e.earliest_date is null or s.local_start >= e.earliest_date)
    and (e.latest_date is null or s.local_start < e.latest_date + 1)
    and (cardinality(e.days_of_week) = 0 or extract(isodow from s.local_start) = any (e.days_of_week))
    and (cardinality(e.times_of_day) = 0
      or case
        when extract(hour from s.local_start) < 12 then 'morning'
        when extract(hour from s.local_start) < 17 then 'afternoon'
        else 'evening'
      end = any (e.times_of_day))
  order by least(2, case e.urgency when 'urgent' then 2 when 'soon' then 1 else 0 end
      + floor(greatest(0, extract(epoch from $3::timestamptz - e.enrolled_at))
        / (case e.urgency when 'urgent' then 2 when 'soon' then 14 else 42 end * 86400))) desc,
    e.enrolled_at, e.tie_break collate "C", e.appointment_id, s.start_at, s.id
  offset 0) as wish
cross join lateral (
  select fit.appointment_id, fit.slot_id, fit.next_id, fit.provider_id, fit.location_id, fit.visit_type_id, fit.start_at,
    fit.end_at, fit.local_start, fit.reserved_for, fit.release_at, fit.notice_min, fit.horizon_days, fit.time_zone,
    fit.mode, fit.urgency
  from waitlist_fit fit
  where fit.appointment_id = wish.appointment_id and fit.slot_id = wish.slot_id
  offset 0) as f
where (f.slot_id = any ($6::uuid[]) or f.next_id = any ($6::uuid[]))
  and f.start_at > $3::timestamptz and f.start_at >= $3::timestamptz + make_interval(mins => f.notice_min)
  and f.start_at <= $3::timestamptz + make_interval(days => f.horizon_days)
  and (f.release_at is null or f.release_at <= $3 or f.urgency = 'urgent' or f.urgency = f.reserved_for)
limit $4
