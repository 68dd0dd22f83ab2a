insert into hold(id, slot_id, patient_id, entry_id, urgency, proposal, expires_at, offered_at, state)
values ($1, $2, $3, $4, $5, $6, $7, $8, 'open')
