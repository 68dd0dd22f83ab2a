-- The answer to an operation ($2) of a patient ($1) on an appointment ($3), or on the waiting entry that became it. What a
-- process of the release before has written stands with its decision only.
select request_sha256, outcome from operation where patient_id = $1 and op_key = $2 and appointment_id = $3
union all
select request_sha256, outcome -> 'reservation' from decision where appointment_id = $3 and op_key = $2
limit 1
