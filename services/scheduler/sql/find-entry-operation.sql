select request_sha256 from decision where appointment_id = $1 and op_key = $2
