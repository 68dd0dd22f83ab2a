-- The closures of location $1 and of the whole hospital, or all, on the dates from $2 to $3.
select id, location_id, lower(dates) as first_date, upper(dates) - 1 as last_date, note
from closure
where ($1::text is null or location_id is null or location_id = $1) and dates && daterange($2::date, $3::date, '[]')
order by dates, id
limit $4
