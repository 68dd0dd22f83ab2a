insert into decision(appointment_id, version, op_key, request_sha256, rule_version, inputs, outcome, decided_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
