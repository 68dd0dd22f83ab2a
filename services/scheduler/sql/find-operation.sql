select d.request_sha256, d.outcome, r.details ->> 'reason' as reason
from decision d join reservation r using (appointment_id)
where d.appointment_id = $1 and d.op_key = $2
