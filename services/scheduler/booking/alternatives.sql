-- Free times before and after the one that is gone. Each may be taken by a patient of any urgency, lies in the same
-- region, has no steps where the patient needs that, and does not overlap a visit of the patient. A class is one time,
-- shown by its lowest free seat. $1: the slot, $2: the patient, $3: now, $4: whether the following slot must be free as
-- well. The values of the wanted slot are subselects, which are read once: so the index of free slots of its kind is read in
-- its order and only as far as needed.
with wanted as (
  select s.id, s.visit_type_id, s.mode, s.provider_id, s.start_at,
    array(select o.id from location o where o.region_id = l.region_id
      and (o.step_free_route <> '' or s.mode <> 'in-person'
        or not exists (select from patient_reach k where k.patient_id = $2 and k.needs_step_free))) as location_ids
  from slot s join location l on l.id = s.location_id
  where s.id = $1),
near as (
  (select distinct on (start_at, visit_id) id, (count(*) over start)::int as places_left
   from slot
   where state = 'free' and visit_type_id = (select visit_type_id from wanted)
     and start_at >= (select start_at from wanted)
     and case when mode = (select mode from wanted)
         and location_id = any ((select location_ids from wanted)::text[]) and (release_at is null or release_at <= $3)
       then true else false end
   window start as (partition by start_at, visit_id order by seat
     rows between unbounded preceding and unbounded following)
   order by start_at, visit_id, seat limit 20)
  union all
  (select distinct on (start_at, visit_id) id, (count(*) over start)::int
   from slot
   where state = 'free' and visit_type_id = (select visit_type_id from wanted)
     and start_at < (select start_at from wanted) and start_at > $3
     and case when mode = (select mode from wanted)
         and location_id = any ((select location_ids from wanted)::text[]) and (release_at is null or release_at <= $3)
       then true else false end
   window start as (partition by start_at, visit_id)
   order by start_at desc, visit_id desc, seat limit 20)
)
select ${slotColumns},
  case when n.places_left > 1 or (select e.seats from session e where e.id = v.session_id) > 1 then n.places_left
    else 0 end as places_left
from near n join slot_view v on v.id = n.id cross join wanted w
where v.start_at >= $3::timestamptz + make_interval(mins => v.notice_min)
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
