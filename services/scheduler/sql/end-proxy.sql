-- Ends the links between the patient $1 and the proxy $2, of the scope $5 or, when that is null, of any.
update proxy p
set ended_at = $3, ended_by = $4, version = version + 1, changed_xid = pg_current_xact_id()
where patient_id = $1 and proxy_id = $2 and ended_at is null and ($5::text is null or scope = $5)
returning p.id, p.patient_id, p.proxy_id, p.since, p.scope, p.evidence, p.reason, p.granted_by, p.expires_at, p.confirm_by,
  p.confirmed_by, p.confirmed_at, p.ended_by, p.ended_at, p.disputed_at, p.reviewed_by, p.reviewed_at, p.version, proxy_state(p, $3) as state
