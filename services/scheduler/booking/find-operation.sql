-- The answer to an operation on an appointment, or on the waiting entry that became it.
select request_sha256, outcome from decision where appointment_id = $1 and op_key = $2
