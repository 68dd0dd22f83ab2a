select count(*)::int as slots
from slot
where provider_id = $1 and start_at < $3 and end_at > $2 and start_at > $4 and state in ('free', 'settling')
