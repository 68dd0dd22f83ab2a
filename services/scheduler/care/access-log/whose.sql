-- Whose appointment, waiting entry, referral or series has this id.
select patient_id from reservation where appointment_id = $1
union
select patient_id from waitlist_entry where appointment_id = $1
union
select patient_id from referral where id = $1
union
select patient_id from series where id = $1
limit 1
