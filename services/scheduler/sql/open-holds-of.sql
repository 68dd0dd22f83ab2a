-- The one browsing hold of each patient.
select id, slot_id, patient_id, urgency, proposal, expires_at, is_extended, referral_id, needs,
  held_by
from hold
where patient_id = any ($1::uuid[]) and state = 'open' and entry_id is null
