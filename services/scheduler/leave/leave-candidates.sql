-- Free slots of one kind ($1, $2) in region $3 that begin after $4 and after the notice, the nearest to one of these
-- times ($5, in order) first, at most $6. Without those of provider $7 from $8 to $9, who will be away. $10: only of
-- these teams, or null. $11: only places without steps. $12: the urgency that opens kept slots. $13: now. $14: settling
-- slots that may be used. From the first to the last of the times all are read; of those before and behind the nearest,
-- in the order of the index of free slots of a kind.
with bounds as (
  select ($5::timestamptz[])[1] as first_at, ($5::timestamptz[])[cardinality($5::timestamptz[])] as last_at,
    greatest($4::timestamptz, $13::timestamptz + make_interval(mins => notice_min)) as after_at,
    $13::timestamptz + make_interval(days => horizon_days) as until_at,
    array(select id from location where region_id = $3
      and (not $11::boolean or step_free_route <> '' or $2::text <> 'in-person')) as location_ids,
    array(select id from provider where team_id = any ($10::text[])) as provider_ids
  from visit_type
  where id = $1),
near as (
  (select s.id, s.start_at from slot s
   where s.state = 'free' and s.visit_type_id = $1 and s.start_at > (select after_at from bounds)
     and s.start_at >= (select first_at from bounds) and s.start_at <= (select last_at from bounds)
     and s.start_at <= (select until_at from bounds) and ${suits})
  union all
  (select s.id, s.start_at from slot s
   where s.state = 'free' and s.visit_type_id = $1 and s.start_at > (select after_at from bounds)
     and s.start_at < (select first_at from bounds) and s.start_at <= (select until_at from bounds) and ${suits}
   order by s.start_at desc, s.id limit $6)
  union all
  (select s.id, s.start_at from slot s
   where s.state = 'free' and s.visit_type_id = $1 and s.start_at > (select after_at from bounds)
     and s.start_at > (select last_at from bounds) and s.start_at <= (select until_at from bounds) and ${suits}
   order by s.start_at, s.id limit $6)
  union all
  (select s.id, s.start_at from slot s
   where s.id = any ($14::uuid[]) and s.state = 'settling' and s.visit_type_id = $1
     and s.start_at > (select after_at from bounds) and s.start_at <= (select until_at from bounds) and ${suits}))
select ${toldSlotColumns}, p.team_id, s.local_start, s.reserved_for, s.release_at,
  l.step_free_route <> '' as is_step_free, l.latitude, l.longitude
from (
  select near.id, near.start_at,
    least(near.start_at - ($5::timestamptz[])[after.place], ($5::timestamptz[])[after.place + 1] - near.start_at) as distance
  from near
  cross join lateral (select width_bucket(near.start_at, $5::timestamptz[]) as place) as after
  order by distance, near.start_at, near.id
  limit $6) as nearest
join slot s on s.id = nearest.id
join provider p on p.id = s.provider_id
join location l on l.id = s.location_id
order by nearest.distance, nearest.start_at, nearest.id
