-- Sessions whose slots do not reach as far ahead as they should; $1 now, $2 days ahead.
-- West of Greenwich a day may begin later than here: such a session is looked at again in vain until it does.
select id
from session
where materialised_until is null
  or (materialised_until < least(($1::timestamptz at time zone 'UTC')::date + $2::int, coalesce(upper(effective), 'infinity')))
order by id
