select id from provider_leave
where provider_id = $1 and during && tstzrange($2, $3) and ended_at is null
limit 1
