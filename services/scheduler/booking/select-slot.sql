select id, provider_id, provider_name, specialty_id, visit_type_id, location_id, time_zone, start_at, end_at,
  local_start, reserved_for, release_at, state, is_retired, notice_min, horizon_days, mode, session_id, seat,
  visit_id, own_end_at, region_id, is_step_free
from slot_view
where id = $1
