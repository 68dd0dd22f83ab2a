select patient_id as id from chart where patient_id > $1::uuid order by 1 limit $2
