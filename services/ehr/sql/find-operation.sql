select ${entryColumns}, request_sha256
from entry
where author_id = $1 and operation_key = $2
