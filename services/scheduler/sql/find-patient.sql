-- Whose visit it is, and whether access needs make it longer.
select patient_id, coalesce(details -> 'needs', '[]') <> '[]' as is_longer from reservation where appointment_id = $1
