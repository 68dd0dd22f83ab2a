-- Below the snapshot's xmin no transaction can still commit, so that no row is ever passed over.
select id, xid, at, patient_id, reader_id, reader_name, role, action, what, why, trace_id
from access
where (xid, id) > ($1::xid8, $2::uuid) and xid < pg_snapshot_xmin(pg_current_snapshot())
order by xid, id
limit $3
