select id, at, reader_id, role, what, why
from access
where patient_id = $1 and id < $2
order by id desc
limit $3
