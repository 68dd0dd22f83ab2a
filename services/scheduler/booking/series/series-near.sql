-- Free slots of a kind ($1) at a place ($2) within a week of an instant ($3), the same provider's ($4) first, then the
-- nearest; twenty. A class appears once, with its lowest free seat, one that is kept for nobody first. The index of free
-- slots of a kind is read on both sides of the instant, and only as far as needed.
with near as (
  select start_at, visit_id
  from slot
  where provider_id = $4 and start_at between $3::timestamptz - interval '7 days' and $3::timestamptz + interval '7 days'
    and case when state = 'free' and visit_type_id = $1 and location_id = $2 then true else false end
  union
  (select distinct start_at, visit_id
   from slot
   where state = 'free' and visit_type_id = $1 and location_id = $2
     and start_at >= $3::timestamptz and start_at <= $3::timestamptz + interval '7 days'
   order by start_at, visit_id limit 20)
  union
  (select distinct start_at, visit_id
   from slot
   where state = 'free' and visit_type_id = $1 and location_id = $2
     and start_at < $3::timestamptz and start_at >= $3::timestamptz - interval '7 days'
   order by start_at desc, visit_id desc limit 20))
select ${slotColumns}
from near n
cross join lateral (
  select id
  from slot
  where state = 'free' and visit_type_id = $1 and location_id = $2 and start_at = n.start_at and visit_id = n.visit_id
  order by release_at is not null, seat limit 1) s
join slot_view v on v.id = s.id
order by v.provider_id <> $4::uuid, abs(extract(epoch from v.start_at - $3::timestamptz)), v.id
limit 20
