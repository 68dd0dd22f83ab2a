-- No row when it does not wait for a confirmation any more.
update proxy p
set confirmed_by = $2, confirmed_at = $3, version = version + 1, changed_xid = pg_current_xact_id()
where id = $1 and proxy_state(p, $3) = 'unconfirmed'
returning p.id, p.patient_id, p.proxy_id, p.since, p.scope, p.evidence, p.reason, p.granted_by, p.expires_at, p.confirm_by,
  p.confirmed_by, p.confirmed_at, p.ended_by, p.ended_at, p.disputed_at, p.reviewed_by, p.reviewed_at, p.version, proxy_state(p, $3) as state
