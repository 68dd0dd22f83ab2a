-- Free slots that this entry could be given now ($2), earliest first, at most $3. Of each class the first three seats:
-- one is enough, the others serve when somebody takes it in between. The index of free slots of the entry's kind of visit
-- is read in its order, between its dates, and only as far as needed; whether the patient can have a slot is looked up
-- slot by slot (`offset 0`).
select ${fitColumns}
from waitlist_entry e
cross join lateral (
  select seat.*
  from (
    select fit.*, s.start_at as begins_at, s.visit_id as start, s.seat as nth,
      row_number() over (partition by s.start_at, s.visit_id order by s.seat) as place
    from slot s
    cross join lateral (
      select waitlist_fit.*
      from waitlist_fit
      where appointment_id = e.appointment_id and slot_id = s.id
        and slot_state = 'free' and (next_id is null or next_state = 'free')
        and start_at >= $2::timestamptz + make_interval(mins => notice_min)
        and start_at <= $2::timestamptz + make_interval(days => horizon_days)
        and is_open_to(urgency, reserved_for, release_at, $2)
        and is_open_to(urgency, next_reserved_for, next_release_at, $2)
      offset 0) fit
    where s.state = 'free' and s.visit_type_id = e.visit_type_id and s.start_at > $2::timestamptz
      and s.start_at >= coalesce(e.earliest_date::timestamp at time zone 'UTC' - interval '15 hours', '-infinity')
      and s.start_at < coalesce((e.latest_date + 1)::timestamp at time zone 'UTC' + interval '15 hours', 'infinity')
      and suits_wishes(e, s)) seat
  where seat.place <= 3
  order by seat.begins_at, seat.start, seat.nth
  limit $3) f
where e.appointment_id = $1
order by f.start_at, f.visit_id, f.seat
