-- No row when another version was written in between. The entry is due until somebody has looked for it, and the
-- end of its offer gives the patient time back for what else they wait for.
with before as (select state from waitlist_entry where appointment_id = $1),
written as (
  update waitlist_entry
  set version = version + 1, state = $3, change = $4, misses = $5, urgency = $6, auto_accept = $7, visit_type_id = $8,
    provider_id = $9, location_id = $10, earliest_date = $11, latest_date = $12, times_of_day = $13,
    days_of_week = $14, mode = $15, is_longer = $16, target_date = $17, details = $18, changed_at = $19,
    region_ids = $20, retry_at = $19, changed_xid = pg_current_xact_id()
  where appointment_id = $1 and version = $2
  returning appointment_id, patient_id, state),
marked as (
  update waitlist_entry other
  set retry_at = $19
  from written, before
  where before.state = 'offered' and written.state <> 'offered' and other.patient_id = written.patient_id
    and other.appointment_id <> written.appointment_id and other.state = 'waiting')
select appointment_id from written
