-- Visits that staff booked before they were marked counted against their patients' limits. Their decision says who asked; of
-- those whose decision names no capacity, what somebody else than the patient booked is left out: only what is known to be
-- the patient's own counts. Visits that are over for a day count for nothing, so that only few rows are written. Again
-- does no harm.
update reservation r
set details = r.details || '{"by_staff": true}'
from decision d
where d.appointment_id = r.appointment_id and d.outcome ->> 'change' = 'booked'
  and not r.details ? 'by_staff'
  and (r.status = 'booked' and upper(r.during) > now() or r.booked_at > now() - interval '1 day')
  and case d.inputs ->> 'askedBy'
    when 'patient' then false
    when 'staff' then true
    -- Booked for who waited: their own wish.
    when 'service' then false
    else d.inputs ->> 'actor' is distinct from r.patient_id::text
  end;
