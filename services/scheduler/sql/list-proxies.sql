select patient_id, proxy_id, since from proxy where patient_id = $1 and ended_at is null order by since, id limit 20
