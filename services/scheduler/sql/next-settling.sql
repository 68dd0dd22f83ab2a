-- Freed slots of a specialty, earliest first, those that close among them.
select id, is_retired or start_at <= $2 as closes
from slot
where specialty_id = $1 and state = 'settling'
order by start_at, id
limit $3
