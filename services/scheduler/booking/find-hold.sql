select id, slot_id, state, is_extended, entry_id, expires_at from hold where id = $1 and patient_id = $2
