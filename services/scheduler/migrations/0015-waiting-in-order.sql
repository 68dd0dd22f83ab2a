-- Who waits, in the order in which each class of urgency is served: thousands are not sorted for every freed slot.
drop index waitlist_entry_waiting;
create index waitlist_entry_waiting
  on waitlist_entry(specialty_id, urgency, enrolled_at, (tie_break collate "C"), appointment_id) where state = 'waiting';

-- Which slots that nobody has suit the wishes of an entry, with what `waitlist_fit` looks at besides. Dates are on the
-- calendar of the place; the instants with 15 hours on each side only say where in the index to look.
create view waitlist_wish as
select e.appointment_id, e.patient_id, e.state as entry_state, e.urgency, e.enrolled_at, e.tie_break, e.auto_accept,
  e.is_longer, e.specialty_id, s.id as slot_id, s.state as slot_state, s.session_id, s.seat, s.visit_id, s.provider_id,
  s.location_id, s.visit_type_id, s.start_at, s.end_at, s.own_end_at, s.blocks, s.local_start, s.mode, s.reserved_for,
  s.release_at
from waitlist_entry e
join slot s on s.specialty_id = e.specialty_id and s.visit_type_id = e.visit_type_id
where s.state in ('settling', 'free') and not s.is_retired
  and (e.provider_id is null or s.provider_id = e.provider_id)
  and (e.location_id is null or s.location_id = e.location_id)
  and (e.mode is null or s.mode = e.mode)
  and s.start_at >= coalesce(e.earliest_date::timestamp at time zone 'UTC' - interval '15 hours', '-infinity')
  and (e.earliest_date is null or s.local_start >= e.earliest_date)
  and s.start_at < coalesce((e.latest_date + 1)::timestamp at time zone 'UTC' + interval '15 hours', 'infinity')
  and (e.latest_date is null or s.local_start < e.latest_date + 1)
  and (cardinality(e.days_of_week) = 0 or extract(isodow from s.local_start) = any (e.days_of_week))
  and (cardinality(e.times_of_day) = 0
    or case
      when extract(hour from s.local_start) < 12 then 'morning'
      when extract(hour from s.local_start) < 17 then 'afternoon'
      else 'evening'
    end = any (e.times_of_day));

-- What is in the way of a pair is looked up for that pair (`offset 0`), whatever the statistics say of the tables.
create or replace view waitlist_fit as
select w.appointment_id, w.patient_id, w.entry_state, w.urgency, w.enrolled_at, w.tie_break, w.auto_accept,
  w.specialty_id, w.slot_id, w.slot_state, n.id as next_id, n.state as next_state, w.provider_id, w.location_id,
  w.visit_type_id, w.start_at, coalesce(n.end_at, w.end_at) as end_at, w.local_start, w.mode, w.reserved_for,
  w.release_at, v.notice_min, v.horizon_days, l.time_zone
from waitlist_wish w
join visit_type v on v.id = w.visit_type_id
join location l on l.id = w.location_id
left join lateral (
  select f.id, f.state, f.end_at, f.blocks, f.visit_id, f.provider_id
  from slot f
  where w.is_longer and f.session_id = w.session_id and f.seat = w.seat and f.local_start > w.local_start
    and f.local_start < w.local_start + interval '12 hours'
    and f.start_at >= w.end_at
    and f.start_at <= w.end_at + make_interval(mins => v.buffer_before_min + v.buffer_after_min)
    and f.own_end_at is null
  order by f.local_start
  limit 1) n on true
where (not w.is_longer
    or (n.state in ('settling', 'free') and w.own_end_at is null
      and not exists (
        select from slot o
        where o.provider_id = n.provider_id and o.visit_id = n.visit_id and o.id <> n.id
          and o.state in ('held', 'booked')
        offset 0)))
  and not exists (select from hold h where h.entry_id = w.appointment_id and h.slot_id = w.slot_id offset 0)
  and not exists (
    select from reservation r
    where r.patient_id = w.patient_id and r.status <> 'cancelled'
      and r.during && tstzrange(w.start_at, coalesce(n.end_at, w.end_at))
    offset 0)
  and not exists (
    select from hold h join slot o on o.id = h.slot_id
    where h.patient_id = w.patient_id and h.entry_id is not null and h.state = 'open'
      and o.during && tstzrange(w.start_at, coalesce(n.end_at, w.end_at))
    offset 0)
  and not exists (
    select from slot o
    where o.provider_id = w.provider_id and o.visit_id <> w.visit_id and o.visit_id is distinct from n.visit_id
      and o.blocks && tstzrange(lower(w.blocks), coalesce(upper(n.blocks), upper(w.blocks)))
      and o.state in ('held', 'booked')
    offset 0);
