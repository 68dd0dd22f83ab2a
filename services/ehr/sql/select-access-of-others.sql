select id, at, reader_id, reader_name, role, action, what, why
from access
where patient_id = $1 and why <> 'own-record' and (at, id) < ($2::timestamptz, $3::bigint)
order by at desc, id desc
limit $4
