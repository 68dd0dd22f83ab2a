select lower(dates) as from_date, upper(dates) as until_date
from closure
where (location_id is null or location_id = $1) and dates && daterange($2, null)
