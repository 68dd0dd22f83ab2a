-- A provider's slot at a wall-clock time, a free one if there is, else one of $6; $2: about when that is. Of a class the
-- lowest seat, and one that is kept for nobody first.
select id, provider_id, provider_name, specialty_id, visit_type_id, location_id, time_zone, start_at, end_at,
  local_start, reserved_for, release_at, state, is_retired, notice_min, horizon_days, mode, session_id, seat,
  visit_id, own_end_at
from slot_view
where provider_id = $1 and start_at between $2::timestamptz - interval '1 day' and $2::timestamptz + interval '1 day'
  and local_start = $3 and visit_type_id = $4 and location_id = $5 and state <> 'closed'
order by state <> 'free', id <> all ($6::uuid[]), release_at is not null, seat, id
limit 1
