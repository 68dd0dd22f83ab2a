-- Below the snapshot's xmin no transaction can still commit, so that no change is ever passed over.
select p.id, p.patient_id, p.proxy_id, p.since, p.scope, p.evidence, p.reason, p.granted_by, p.expires_at, p.confirm_by,
  p.confirmed_by, p.confirmed_at, p.ended_by, p.ended_at, p.disputed_at, p.reviewed_by, p.reviewed_at, p.version, p.changed_xid, proxy_state(p, $3) as state
from proxy p
where (changed_xid, id) > ($1::xid8, $2::uuid) and changed_xid < pg_snapshot_xmin(pg_current_snapshot())
order by changed_xid, id
limit $4
