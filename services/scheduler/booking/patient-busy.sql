select lower(during) as from_at, upper(during) as to_at
from reservation
where patient_id = $1 and status <> 'cancelled' and during && tstzrange($2, $3)
