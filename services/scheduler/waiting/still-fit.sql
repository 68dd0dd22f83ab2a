-- Which of these pairs of entry ($1) and slot ($2) are still possible, and the entries' versions. Each pair is looked up
-- by itself: `offset 0`.
select pair.entry_id as appointment_id, pair.slot_id, e.version
from rows from (unnest((select $1::uuid[])), unnest((select $2::uuid[]))) as pair(entry_id, slot_id)
join waitlist_entry e on e.appointment_id = pair.entry_id
cross join lateral (
  select from waitlist_fit f
  where f.appointment_id = pair.entry_id and f.slot_id = pair.slot_id and f.entry_state = 'waiting'
  offset 0) as fits
