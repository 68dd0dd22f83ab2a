select appointment_id, patient_id, slot_id, coalesce(details -> 'needs', '[]') <> '[]' as is_longer
from reservation
where appointment_id = any ($1::uuid[])
