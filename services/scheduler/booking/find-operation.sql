-- What an operation on an appointment, or on the entry it was before, was answered.
select request_sha256, outcome from decision where appointment_id = $1 and op_key = $2
