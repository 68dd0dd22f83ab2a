-- Links that staff made or that open a record, not yet reviewed: behind the place ($2, $3, $4), disputed ones first.
select p.id, p.patient_id, p.proxy_id, p.since, p.scope, p.evidence, p.reason, p.granted_by, p.expires_at, p.confirm_by,
  p.confirmed_by, p.confirmed_at, p.ended_by, p.ended_at, p.disputed_at, p.reviewed_by, p.reviewed_at, p.version, proxy_state(p, $1) as state
from proxy p
where reviewed_at is null and (scope = 'record' or granted_by <> patient_id)
  and ((disputed_at is null), since, id) > ($2::boolean, $3::timestamptz, $4::uuid)
order by (disputed_at is null), since, id
limit $5
