insert into outbox(key, version, type, payload, traceparent, created_at)
values ($1, $2, 'appointment.changed', $3, $4, $5)
