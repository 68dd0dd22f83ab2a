insert into closure(id, location_id, dates, note) values ($1, $2, daterange($3::date, $4::date + 1), $5)
on conflict do nothing
returning id
