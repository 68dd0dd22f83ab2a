-- Takes waiting entries that are due at $1, those that have been due for longest first, until $2: each process gets
-- others, and what fails or is left behind by a process that ends is due again then.
with due as (
  select appointment_id
  from waitlist_entry
  where state = 'waiting' and retry_at <= $1
  order by retry_at
  limit 8
  for no key update skip locked)
update waitlist_entry e
set retry_at = $2
from due
where e.appointment_id = due.appointment_id
returning e.appointment_id, e.patient_id, e.specialty_id
