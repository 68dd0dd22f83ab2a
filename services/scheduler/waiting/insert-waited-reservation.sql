-- The reservation that an entry becomes, at the version after the entry's. No row when a constraint objects.
insert into reservation(appointment_id, patient_id, slot_id, during, version, status, sequence, details, booked_at,
  changed_at, referral_id)
select $1, $2, s.id, s.during, $4, 'booked', 0, $5, $6, $6, $7
from slot s where s.id = $3
on conflict do nothing
returning appointment_id
