-- Decision and event of a version of an entry. The event carries what the decision's outcome has of the entry.
with decided as (
  insert into decision(appointment_id, version, op_key, request_sha256, rule_version, inputs, outcome, decided_at)
  values ($1, $2, $3, $4, $5, $6, $7, $9))
insert into outbox(key, version, type, payload, traceparent, created_at)
values ($1::uuid, $2, 'waitlist.changed', $7::jsonb -> 'entry', $8, $9)
