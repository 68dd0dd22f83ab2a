-- Another visit of the patient at that time; $4: the one being moved.
select appointment_id
from reservation
where patient_id = $1 and during && tstzrange($2, $3) and status <> 'cancelled'
  and appointment_id is distinct from $4
limit 1
