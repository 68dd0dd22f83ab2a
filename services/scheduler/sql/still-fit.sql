-- Which of these pairs of entry ($1) and slot ($2) are still possible.
select f.appointment_id, f.slot_id
from unnest($1::uuid[], $2::uuid[]) as pair(entry_id, slot_id)
join waitlist_fit f on f.appointment_id = pair.entry_id and f.slot_id = pair.slot_id
where f.entry_state = 'waiting'
