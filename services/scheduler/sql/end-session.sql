update session
set effective = daterange($2::date, $3::date + 1), version = version + 1, materialised_until = null
where id = $1
