delete from proxy_invitation where patient_id = $1 and used_at is null
