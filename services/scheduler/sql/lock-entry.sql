select version from waitlist_entry where appointment_id = $1 for no key update
