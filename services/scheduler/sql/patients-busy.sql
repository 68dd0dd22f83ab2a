-- When patients are somewhere already, between two instants.
select patient_id, appointment_id, lower(during) as from_at, upper(during) as to_at
from reservation
where patient_id = any ($1::uuid[]) and status <> 'cancelled' and during && tstzrange($2, $3)
