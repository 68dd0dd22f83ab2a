update leave_visit set called_at = $3, changed_at = $3
where leave_id = $1 and appointment_id = $2 and unreached_at is not null and called_at is null
