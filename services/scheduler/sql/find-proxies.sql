-- The links between the patient $1 and the proxy $2 that work or wait for a confirmation at $3.
select p.id, p.patient_id, p.proxy_id, p.since, p.scope, p.evidence, p.reason, p.granted_by, p.expires_at, p.confirm_by,
  p.confirmed_by, p.confirmed_at, p.ended_by, p.ended_at, p.disputed_at, p.reviewed_by, p.reviewed_at, p.version, proxy_state(p, $3) as state
from proxy p
where patient_id = $1 and proxy_id = $2 and ended_at is null and proxy_state(p, $3) in ('active', 'unconfirmed')
