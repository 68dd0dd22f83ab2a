-- Leave of provider $1, or of all, that ends after $2; $3: also leave that was called off; $4: only this leave. After
-- the last one of the page before ($5, $6).
select v.id, v.version, v.provider_id, p.name as provider_name, lower(v.during) as from_at, upper(v.during) as to_at,
  coalesce(m.time_zone, 'UTC') as time_zone, v.note, v.created_at, v.ended_at,
  n.awaiting_answer, n.kept, n.refused, n.unplaced, n.settled
from provider_leave v
join provider p on p.id = v.provider_id
left join lateral (
  select l.time_zone
  from session s
  join location l on l.id = s.location_id
  where s.provider_id = v.provider_id
  group by l.id, l.time_zone
  order by count(*) desc, l.id
  limit 1) m on true
cross join lateral (
  select count(*) filter (where state = 'proposed')::int as awaiting_answer,
    count(*) filter (where state = 'kept')::int as kept,
    count(*) filter (where state = 'refused')::int as refused,
    count(*) filter (where state = 'unplaced')::int as unplaced,
    count(*) filter (where state = 'settled')::int as settled
  from leave_visit_view
  where leave_id = v.id) n
where ($1::uuid is null or v.provider_id = $1)
  and ($2::timestamptz is null or upper(v.during) > $2)
  and ($3 or v.ended_at is null)
  and ($4::uuid is null or v.id = $4)
  and ($5::timestamptz is null or (lower(v.during), v.id) > ($5, $6::uuid))
order by lower(v.during), v.id
limit $7
