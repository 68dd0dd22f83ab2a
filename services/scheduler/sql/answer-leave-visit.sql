-- Whatever leave asked the patient.
update leave_visit set state = $2, changed_at = $3 where appointment_id = $1 and state = 'proposed'
