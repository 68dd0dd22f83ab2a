select patient_id, every_weeks from series where id = $1
