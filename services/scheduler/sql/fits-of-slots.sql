-- Who waits in a specialty ($1) and could be given one of these slots ($6) now ($3), alone or as part of a longer visit
-- that begins at one of $2: the $4 highest pairs by the order of `byPriority`, but none of the entries $5. A target that
-- passed raises an entry by one class.
select appointment_id, patient_id, urgency, enrolled_at, tie_break, auto_accept, slot_id as id, next_id, provider_id,
  location_id, visit_type_id, start_at, end_at, local_start, reserved_for, release_at, notice_min, horizon_days,
  time_zone, mode,
  case when next_id is null then null else end_at end as longer_end_at
from waitlist_fit
where specialty_id = $1 and slot_id = any ($2::uuid[]) and entry_state = 'waiting'
  and appointment_id <> all ($5::uuid[]) and (slot_id = any ($6::uuid[]) or next_id = any ($6::uuid[]))
  and start_at > $3::timestamptz and start_at >= $3::timestamptz + make_interval(mins => notice_min)
  and start_at <= $3::timestamptz + make_interval(days => horizon_days)
  and (release_at is null or release_at <= $3 or urgency = 'urgent' or urgency = reserved_for)
order by least(2, case urgency when 'urgent' then 2 when 'soon' then 1 else 0 end
    + floor(greatest(0, extract(epoch from $3::timestamptz - enrolled_at))
      / (case urgency when 'urgent' then 2 when 'soon' then 14 else 42 end * 86400))) desc,
  enrolled_at, tie_break collate "C", appointment_id, start_at, slot_id
limit $4
