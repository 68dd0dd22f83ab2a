select kind, request_sha256, created_at, slots_added, slots_retired from disruption where id = $1
