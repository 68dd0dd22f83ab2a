select expires_at from proxy_invitation
where patient_id = $1 and used_at is null and expires_at > $2
order by expires_at
limit 20
