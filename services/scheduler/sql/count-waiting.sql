select count(*) as waiting from waitlist_entry where specialty_id = $1 and state = 'waiting'
