select patient_id from reservation where appointment_id = $1
