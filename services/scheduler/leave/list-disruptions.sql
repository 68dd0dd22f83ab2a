-- Changes that hit booked visits, newest first, after the last one of the page before ($2, $3). $1: only those with
-- visits that await an answer or that staff have to settle.
select d.id, d.kind, d.provider_id, p.name as provider_name, d.location_id, l.name as location_name,
  lower(d.dates) as first_date, upper(d.dates) - 1 as last_date,
  lower(v.during) as from_at, upper(v.during) as to_at, m.time_zone, coalesce(v.note, d.note) as note, d.created_at,
  n.awaiting_answer, n.kept, n.refused, n.unplaced, n.settled
from disruption d
left join provider p on p.id = d.provider_id
left join location l on l.id = d.location_id
left join provider_leave v on v.id = d.id
left join lateral (
  select o.time_zone
  from session s
  join location o on o.id = s.location_id
  where s.provider_id = v.provider_id
  group by o.id, o.time_zone
  order by count(*) desc, o.id
  limit 1) m on true
cross join lateral (
  select count(*) filter (where state = 'proposed')::int as awaiting_answer,
    count(*) filter (where state = 'kept')::int as kept,
    count(*) filter (where state = 'refused')::int as refused,
    count(*) filter (where state = 'unplaced')::int as unplaced,
    count(*) filter (where state = 'settled')::int as settled
  from leave_visit_view
  where leave_id = d.id) n
where ($2::timestamptz is null or (d.created_at, d.id) < ($2, $3::uuid))
  and case when $1 then exists (
      select from leave_visit_view o where o.leave_id = d.id and o.state in ('proposed', 'unplaced', 'refused'))
    else exists (select from leave_visit o where o.leave_id = d.id) end
order by d.created_at desc, d.id desc
limit $4
