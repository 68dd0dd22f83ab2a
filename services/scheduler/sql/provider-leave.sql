select lower(during) as from_at, upper(during) as to_at
from provider_leave
where provider_id = $1 and during && tstzrange($2, null)
