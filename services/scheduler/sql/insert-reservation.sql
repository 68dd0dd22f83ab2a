-- No row when a constraint objects.
insert into reservation(appointment_id, patient_id, slot_id, during, version, status, sequence, details, booked_at,
  changed_at)
select $1, $2, s.id, s.during, 1, 'booked', 0, $4, $5, $5
from slot s where s.id = $3
on conflict do nothing
returning appointment_id
