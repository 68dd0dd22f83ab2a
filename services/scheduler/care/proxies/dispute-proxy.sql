-- A link that was reviewed is to be looked at again. No row when it is disputed already.
update proxy p
set ended_at = coalesce(ended_at, $2), ended_by = coalesce(ended_by, patient_id), disputed_at = $2,
  reviewed_by = null, reviewed_at = null, version = version + 1, changed_xid = pg_current_xact_id()
where id = $1 and disputed_at is null
returning p.id, p.patient_id, p.proxy_id, p.since, p.scope, p.evidence, p.reason, p.granted_by, p.expires_at, p.confirm_by,
  p.confirmed_by, p.confirmed_at, p.ended_by, p.ended_at, p.disputed_at, p.reviewed_by, p.reviewed_at, p.version, proxy_state(p, $2) as state
