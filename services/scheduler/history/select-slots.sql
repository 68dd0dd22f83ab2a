select id, provider_id, provider_name, specialty_id, visit_type_id, location_id, time_zone, start_at, end_at, mode
from slot_view
where id = any ($1::uuid[])
