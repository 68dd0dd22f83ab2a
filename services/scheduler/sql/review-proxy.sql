update proxy p
set reviewed_by = $2, reviewed_at = $3, version = version + 1, changed_xid = pg_current_xact_id()
where id = $1 and reviewed_at is null
returning p.id, p.patient_id, p.proxy_id, p.since, p.scope, p.evidence, p.reason, p.granted_by, p.expires_at, p.confirm_by,
  p.confirmed_by, p.confirmed_at, p.ended_by, p.ended_at, p.disputed_at, p.reviewed_by, p.reviewed_at, p.version, proxy_state(p, $3) as state
