select provider_id, lower(during) as from_at, upper(during) as to_at
from provider_leave
where provider_id = any ($1::uuid[]) and during && tstzrange($2, null) and ended_at is null
