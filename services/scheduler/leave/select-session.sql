-- Locked, so that its version stays what it is.
select ${sessionColumns}
from session s
join provider p on p.id = s.provider_id
join location l on l.id = s.location_id
join visit_type v on v.id = s.visit_type_id
where s.id = $1
for no key update of s
