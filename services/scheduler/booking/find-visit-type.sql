select id from visit_type where id = $1 and specialty_id = $2
