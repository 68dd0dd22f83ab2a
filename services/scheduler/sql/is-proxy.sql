select id from proxy where patient_id = $1 and proxy_id = $2 and ended_at is null
