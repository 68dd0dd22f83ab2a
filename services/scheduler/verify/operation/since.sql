select patient_id as id from reservation where changed_at >= $1::timestamptz
union
select patient_id from waitlist_entry where changed_at >= $1
