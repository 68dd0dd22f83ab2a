select appointment_id as id from waitlist_entry where state = 'waiting' and appointment_id > $1::uuid order by 1 limit $2
