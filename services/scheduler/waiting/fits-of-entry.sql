-- Free slots that this entry could be given now ($2), earliest first, at most $3. Of each class the first three seats:
-- one is enough, the others serve when somebody takes it in between.
select ${fitColumns}
from (
  select waitlist_fit.*, row_number() over (partition by visit_id order by seat) as place
  from waitlist_fit
  where appointment_id = $1 and slot_state = 'free' and (next_id is null or next_state = 'free')
    and start_at > $2::timestamptz and start_at >= $2::timestamptz + make_interval(mins => notice_min)
    and start_at <= $2::timestamptz + make_interval(days => horizon_days)
    and is_open_to(urgency, reserved_for, release_at, $2)
    and is_open_to(urgency, next_reserved_for, next_release_at, $2)
) f
where f.place <= 3
order by f.start_at, f.visit_id, f.seat
limit $3
