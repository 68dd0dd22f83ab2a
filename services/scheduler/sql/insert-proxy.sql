insert into proxy as p(id, patient_id, proxy_id, granted_by, since, scope, evidence, reason, expires_at, confirm_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
returning p.id, p.patient_id, p.proxy_id, p.since, p.scope, p.evidence, p.reason, p.granted_by, p.expires_at, p.confirm_by,
  p.confirmed_by, p.confirmed_at, p.ended_by, p.ended_at, p.disputed_at, p.reviewed_by, p.reviewed_at, p.version, proxy_state(p, $5) as state
