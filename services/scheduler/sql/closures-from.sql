select location_id, lower(dates) as from_date, upper(dates) as until_date
from closure
where dates && daterange($1::date, null)
