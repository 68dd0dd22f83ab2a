-- Locked, so that they stay as they are until the booking is committed.
select f.id, f.patient_id, f.kind, f.specialty_id, f.urgency, f.due_date, f.earliest_date, f.withdrawn_at,
  (select r.appointment_id from reservation r where r.referral_id = f.id and r.status <> 'cancelled') as used_by
from referral f
where f.id = any ($1::uuid[])
order by f.id
for share of f
