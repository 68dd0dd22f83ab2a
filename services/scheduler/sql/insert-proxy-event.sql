insert into outbox(key, version, type, payload, traceparent, created_at)
values ($1, $2, 'proxy.changed', $3, $4, $5)
