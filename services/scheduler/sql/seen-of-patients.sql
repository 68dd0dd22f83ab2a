-- What decides with a slot about a patient: where they said that they can go, and the one browsing hold they have.
select patient.id as patient_id, reach.region_id, coalesce(reach.needs_step_free, false) as needs_step_free,
  h.id as hold_id, h.slot_id, h.urgency, h.proposal, h.expires_at, h.is_extended, h.referral_id, h.needs, h.held_by
from unnest($1::uuid[]) as patient(id)
left join patient_reach reach on reach.patient_id = patient.id
left join hold h on h.patient_id = patient.id and h.state = 'open' and h.entry_id is null
