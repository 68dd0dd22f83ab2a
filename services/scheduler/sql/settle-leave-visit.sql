update leave_visit set state = 'settled', changed_at = $3
where leave_id = $1 and appointment_id = $2 and state <> 'settled'
