-- A patient's one browsing hold.
select id, slot_id, patient_id, urgency, proposal, expires_at, is_extended
from hold
where patient_id = $1 and state = 'open' and entry_id is null
