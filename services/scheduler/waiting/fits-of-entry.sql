-- Free slots that this entry could be given now ($2), earliest first, at most $3. Of the seats of a class those that come
-- first: one is enough, the others are for when somebody takes it in between.
select appointment_id, slot_id as id, next_id, provider_id, location_id, visit_type_id, start_at, end_at, local_start,
  reserved_for, release_at, notice_min, horizon_days, time_zone, mode, region_id, is_step_free, visit_id, seat,
  case when next_id is null then null else end_at end as longer_end_at
from (
  select appointment_id, slot_id, next_id, provider_id, location_id, visit_type_id, start_at, end_at, local_start,
    reserved_for, release_at, notice_min, horizon_days, time_zone, mode, region_id, is_step_free, visit_id, seat,
    row_number() over (partition by visit_id order by seat) as place
  from waitlist_fit
  where appointment_id = $1 and slot_state = 'free' and (next_id is null or next_state = 'free')
    and start_at > $2::timestamptz and start_at >= $2::timestamptz + make_interval(mins => notice_min)
    and start_at <= $2::timestamptz + make_interval(days => horizon_days)
    and is_open_to(urgency, reserved_for, release_at, $2)
    and is_open_to(urgency, next_reserved_for, next_release_at, $2)
) fit
where place <= 3
order by start_at, visit_id, seat
limit $3
