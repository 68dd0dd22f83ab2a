update waitlist_entry set looked_at = $2 where appointment_id = $1 and state = 'waiting'
