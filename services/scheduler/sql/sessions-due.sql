-- Sessions whose slots do not reach as far ahead as they should; $1 now, $2 days ahead.
-- West of Greenwich a day may begin later than here: such a session is looked at again in vain until it does.
select s.id, s.provider_id
from session s
join provider p on p.id = s.provider_id and p.is_active
where s.materialised_until is null
  or (s.materialised_until < least(($1::timestamptz at time zone 'UTC')::date + $2::int, coalesce(upper(s.effective), 'infinity')))
order by s.provider_id, s.id
