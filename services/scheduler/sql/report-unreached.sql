-- Whoever waits for an answer of this patient hears that nobody was told.
update leave_visit
set unreached_at = $2, changed_at = $2
where appointment_id = $1 and state in ('proposed', 'unplaced') and unreached_at is null
