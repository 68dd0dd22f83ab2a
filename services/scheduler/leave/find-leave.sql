select provider_id, request_sha256, version, ended_at from provider_leave where id = $1
