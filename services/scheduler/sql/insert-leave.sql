insert into provider_leave(id, provider_id, during, note, created_at, request_sha256)
values ($1, $2, tstzrange($3, $4), $5, $6, $7)
