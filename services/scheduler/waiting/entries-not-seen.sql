-- Takes a waiting entry at which nobody has looked since $1, though nothing marked it: as if it were due, until $2. The
-- release before left some at which nobody ever looked.
with old as (
  (select appointment_id
  from waitlist_entry
  where state = 'waiting' and looked_at is null and (retry_at is null or retry_at > $2)
  limit 1)
  union all
  (select appointment_id
  from waitlist_entry
  where state = 'waiting' and looked_at < $1 and (retry_at is null or retry_at > $2)
  order by looked_at
  limit 1))
update waitlist_entry
set retry_at = $2, looked_at = $2
where appointment_id = (select appointment_id from old limit 1) and state = 'waiting'
  and (looked_at is null or looked_at < $1)
returning appointment_id, patient_id, specialty_id
