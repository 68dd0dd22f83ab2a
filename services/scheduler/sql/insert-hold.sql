insert into hold(id, slot_id, patient_id, urgency, proposal, expires_at, state, referral_id, needs, held_by)
values ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9)
