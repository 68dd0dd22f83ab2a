select patient_id, scope, used_at is not null as is_used from proxy_invitation where code_sha256 = $1 and expires_at > $2
