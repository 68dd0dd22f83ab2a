-- No row when somebody else was faster, or the patient has taken the code back.
update proxy_invitation set used_at = $2 where code_sha256 = $1 and used_at is null and expires_at > $2
returning patient_id
