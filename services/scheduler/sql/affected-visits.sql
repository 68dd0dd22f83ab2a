-- Who has these slots, earliest first, at most $2, each with how many there are.
select appointment_id, version, patient_id, slot_id, provider_id, provider_name, specialty_id, visit_type_id,
  location_id, time_zone, start_at, end_at, mode, (count(*) over ())::int as total
from reservation_view
where slot_id = any ($1::uuid[]) and status <> 'cancelled'
order by start_at, appointment_id
limit $2
