select entry_id, version, patient_id, kind, body, release, author_id, author_name, recorded_at, amend_reason, checks, request_sha256
from entry
where author_id = $1 and operation_key = $2
