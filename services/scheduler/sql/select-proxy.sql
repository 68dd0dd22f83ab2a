select p.id, p.patient_id, p.proxy_id, p.since, p.scope, p.evidence, p.reason, p.granted_by, p.expires_at, p.confirm_by,
  p.confirmed_by, p.confirmed_at, p.ended_by, p.ended_at, p.disputed_at, p.reviewed_by, p.reviewed_at, p.version, proxy_state(p, $2) as state
from proxy p where id = $1
