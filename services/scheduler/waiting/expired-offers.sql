-- Offers whose time is up at $1, or whose slot is not offered any more.
select h.id as hold_id, h.entry_id, e.patient_id, e.specialty_id
from hold h
join waitlist_entry e on e.appointment_id = h.entry_id
join slot s on s.id = h.slot_id
where h.state = 'open' and h.entry_id is not null and (h.expires_at <= $1 or s.is_retired)
order by h.expires_at
limit 50
