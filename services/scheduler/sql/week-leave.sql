select id, lower(during) as from_at, upper(during) as to_at, note
from provider_leave
where provider_id = $1 and ended_at is null
  and during && tstzrange($2::date - interval '1 day', $2::date + interval '8 days')
order by during
limit 100
