-- Visits without a new time whose slots ($1) a rule gives again: they take place as before.
update leave_visit v
set state = 'settled', changed_at = $2
from reservation r
where v.from_slot_id = any ($1::uuid[]) and v.state = 'unplaced' and r.appointment_id = v.appointment_id
  and r.slot_id = v.from_slot_id and r.status = 'booked'
returning v.leave_id, v.appointment_id, r.version, r.patient_id, r.standing
