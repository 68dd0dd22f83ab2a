-- What has lapsed or expired between the two makes room for a link of the same scope.
update proxy p
set ended_at = least(coalesce(expires_at, $3), coalesce(confirm_by, $3)), version = version + 1,
  changed_xid = pg_current_xact_id()
where patient_id = $1 and proxy_id = $2 and ended_at is null and proxy_state(p, $3) in ('lapsed', 'expired')
