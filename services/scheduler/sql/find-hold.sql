select id from hold where id = $1 and patient_id = $2
