select version from chart where patient_id = $1 for update
