-- A provider and where they work: the location of most of their sessions that have not ended by $2; for one without
-- sessions, none.
select p.name as provider_name, p.team_id, m.id as location_id, coalesce(m.time_zone, 'UTC') as time_zone
from provider p
left join lateral (
  select l.id, l.time_zone
  from session s
  join location l on l.id = s.location_id
  where s.provider_id = p.id
  group by l.id, l.time_zone
  order by count(*) filter (where coalesce(upper(s.effective), 'infinity') > $2::date) desc, count(*) desc, l.id
  limit 1) m on true
where p.id = $1
