-- All seats of the starts that these slots are seats of.
select o.id
from slot s join slot o on o.session_id = s.session_id and o.local_start = s.local_start and o.visit_id = s.visit_id
where s.id = any ($1::uuid[])
