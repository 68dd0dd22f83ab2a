-- The slot that directly follows each of these: same session, day and seat, nothing but the buffers in between. A class
-- that already has bookings at that time is not displaced by a visit that gets longer.
select s.id, n.id as next_id
from slot s
join visit_type v on v.id = s.visit_type_id
cross join lateral (
  select f.id, f.provider_id, f.visit_id
  from slot f
  where f.session_id = s.session_id and f.seat = s.seat and f.local_start > s.local_start
    and f.local_start < s.local_start + interval '12 hours'
    and f.start_at >= s.end_at
    and f.start_at <= s.end_at + make_interval(mins => v.buffer_before_min + v.buffer_after_min)
  order by f.local_start
  limit 1) n
where s.id = any ($1::uuid[]) and s.own_end_at is null
  and not exists (
    select from slot o
    where o.provider_id = n.provider_id and o.visit_id = n.visit_id and o.id <> n.id and o.state in ('held', 'booked'))
