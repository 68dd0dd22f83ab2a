select distinct patient_id from reservation where appointment_id = any ($1::uuid[])
