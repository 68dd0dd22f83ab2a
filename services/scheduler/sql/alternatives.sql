-- Free times around the one that is gone, on both sides of it, that a patient of any urgency may take and where the
-- patient is not somewhere else, in the region of that one and without steps where the patient needs that. $1: the slot,
-- $2: the patient, $3: now, $4: whether the following slot must be free as well.
with wanted as (
  select s.id, s.specialty_id, s.visit_type_id, s.mode, s.provider_id, s.start_at,
    -- A list that is read once: the index of free slots keeps its order.
    array(select o.id from location o where o.region_id = l.region_id
      and (o.step_free_route <> '' or s.mode <> 'in-person'
        or not exists (select from patient_reach k where k.patient_id = $2 and k.needs_step_free))) as location_ids
  from slot s join location l on l.id = s.location_id
  where s.id = $1),
near as (
  (select s.id, s.start_at from wanted w join slot s on s.specialty_id = w.specialty_id
   where s.state = 'free' and s.visit_type_id = w.visit_type_id and s.mode = w.mode
     and s.start_at >= w.start_at and s.location_id = any (w.location_ids)
   order by s.start_at limit 20)
  union all
  (select s.id, s.start_at from wanted w join slot s on s.specialty_id = w.specialty_id
   where s.state = 'free' and s.visit_type_id = w.visit_type_id and s.mode = w.mode
     and s.start_at < w.start_at and s.start_at > $3 and s.location_id = any (w.location_ids)
   order by s.start_at desc limit 20)
)
select v.id, v.provider_id, v.provider_name, v.specialty_id, v.visit_type_id, v.location_id, v.time_zone,
  v.start_at, v.end_at, v.mode
from near n join slot_view v on v.id = n.id cross join wanted w
where v.start_at >= $3::timestamptz + make_interval(mins => v.notice_min)
  and (v.release_at is null or v.release_at <= $3)
  and not exists (
    select from reservation r
    where r.patient_id = $2 and r.during && tstzrange(v.start_at, v.end_at) and r.status <> 'cancelled')
  and (not $4::bool or exists (
    select
    from slot s join visit_type t on t.id = s.visit_type_id
    join slot f on f.session_id = s.session_id and f.seat = s.seat and f.local_start > s.local_start
      and f.local_start < s.local_start + interval '12 hours' and f.start_at >= s.end_at
      and f.start_at <= s.end_at + make_interval(mins => t.buffer_before_min + t.buffer_after_min)
    where s.id = v.id and f.state = 'free' and (f.release_at is null or f.release_at <= $3)))
order by v.provider_id <> w.provider_id, abs(extract(epoch from v.start_at - w.start_at)), v.id
limit 3
