-- The times at which patients have visits, between two instants. offset 0: each patient is looked up alone.
select patient.id as patient_id, r.appointment_id, r.from_at, r.to_at
from unnest($1::uuid[]) as patient(id)
cross join lateral (
  select appointment_id, lower(during) as from_at, upper(during) as to_at
  from reservation
  where patient_id = patient.id and status <> 'cancelled' and during && tstzrange($2, $3)
  offset 0) r
