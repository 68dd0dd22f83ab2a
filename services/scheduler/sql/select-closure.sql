select id, location_id, lower(dates) as first_date, upper(dates) - 1 as last_date, note from closure where id = $1
