select version, outcome ->> 'status' as status, outcome ->> 'startAt' as start_at, outcome ->> 'change' as change,
  decided_at
from decision
where appointment_id = $1
order by version
limit 200
