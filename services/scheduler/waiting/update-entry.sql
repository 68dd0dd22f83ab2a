-- No row when another version was written in between.
update waitlist_entry
set version = version + 1, state = $3, change = $4, misses = $5, urgency = $6, auto_accept = $7, visit_type_id = $8,
  provider_id = $9, location_id = $10, earliest_date = $11, latest_date = $12, times_of_day = $13,
  days_of_week = $14, mode = $15, is_longer = $16, target_date = $17, details = $18, changed_at = $19,
  region_ids = $20, looked_at = null, changed_xid = pg_current_xact_id()
where appointment_id = $1 and version = $2
returning appointment_id
