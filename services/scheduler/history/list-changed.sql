-- Transactions below the snapshot's xmin have all ended, so no change with a smaller xid can appear later.
select ${reservationColumns}
from reservation_view r
where (changed_xid, appointment_id) > ($1::xid8, $2::uuid)
  and changed_xid < pg_snapshot_xmin(pg_current_snapshot())
order by changed_xid, appointment_id
limit $3
