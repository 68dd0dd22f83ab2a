-- Links that staff made or that open a record, not yet reviewed: after the last one of the page before ($2, $3, $4),
-- disputed ones first.
select ${linkColumns}, proxy_state(p, $1) as state
from proxy p
where reviewed_at is null and (scope = 'record' or granted_by <> patient_id)
  and ((disputed_at is null), since, id) > ($2::boolean, $3::timestamptz, $4::uuid)
order by (disputed_at is null), since, id
limit $5
