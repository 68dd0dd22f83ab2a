select version, kind, release
from entry
where entry_id = $1 and patient_id = $2
order by version desc
limit 1
