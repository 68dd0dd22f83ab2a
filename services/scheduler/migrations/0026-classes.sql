-- A class is one start with places left: its free seats stand beside each other in the order in which free slots are read.
create index slot_free_by_visit on slot(specialty_id, start_at, visit_id, seat)
  include (id, visit_type_id, provider_id, location_id, end_at, reserved_for, release_at) where state = 'free';
drop index slot_free;
alter index slot_free_by_visit rename to slot_free;

-- Who declined a class, or let its offer pass, is not offered another seat of it.
create or replace view waitlist_fit as
select w.appointment_id, w.patient_id, w.entry_state, w.urgency, w.enrolled_at, w.tie_break, w.auto_accept,
  w.specialty_id, w.slot_id, w.slot_state, n.id as next_id, n.state as next_state, w.provider_id, w.location_id,
  w.visit_type_id, w.start_at, coalesce(n.end_at, w.end_at) as end_at, w.local_start, w.mode, w.reserved_for,
  w.release_at, v.notice_min, v.horizon_days, l.time_zone, n.reserved_for as next_reserved_for,
  n.release_at as next_release_at, l.region_id, l.step_free_route <> '' as is_step_free, w.visit_id, w.seat
from waitlist_wish w
join visit_type v on v.id = w.visit_type_id
join location l on l.id = w.location_id
left join lateral (
  select f.id, f.state, f.end_at, f.blocks, f.visit_id, f.provider_id, f.reserved_for, f.release_at
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
  and not exists (
    select from hold h join slot o on o.id = h.slot_id
    where h.entry_id = w.appointment_id and o.visit_id = w.visit_id
    offset 0)
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
