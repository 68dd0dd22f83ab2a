-- Sessions of a provider ($1) or a location ($2) that end on or after $3, after the last one of the page before ($4 to
-- $6).
select ${sessionColumns}
from session s
join provider p on p.id = s.provider_id
join location l on l.id = s.location_id
join visit_type v on v.id = s.visit_type_id
where ($1::uuid is null or s.provider_id = $1) and ($2::text is null or s.location_id = $2)
  and coalesce(upper(s.effective), 'infinity') > $3::date
  and ($4::int is null or (s.weekday, s.starts, s.id) > ($4, $5::time, $6::uuid))
order by s.weekday, s.starts, s.id
limit $7
