-- When the oldest row was written that `list-access` does not list yet; null when there is none.
select min(at) as since from access where xid >= pg_snapshot_xmin(pg_current_snapshot())
