insert into proxy_invitation(code_sha256, patient_id, scope, expires_at) values ($1, $2, $3, $4)
