-- Free slots that this entry could be given now ($2), earliest first, at most $3.
select appointment_id, slot_id as id, next_id, provider_id, location_id, visit_type_id, start_at, end_at, local_start,
  reserved_for, release_at, notice_min, horizon_days, time_zone, mode, region_id, is_step_free,
  case when next_id is null then null else end_at end as longer_end_at
from waitlist_fit
where appointment_id = $1 and slot_state = 'free' and (next_id is null or next_state = 'free')
  and start_at > $2::timestamptz and start_at >= $2::timestamptz + make_interval(mins => notice_min)
  and start_at <= $2::timestamptz + make_interval(days => horizon_days)
  and is_open_to(urgency, reserved_for, release_at, $2)
  and is_open_to(urgency, next_reserved_for, next_release_at, $2)
order by start_at, slot_id
limit $3
