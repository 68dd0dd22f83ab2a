-- What a booking writes, in one statement and by itself: what Reserve in batches is compared with.
with taken as (
  update slot set state = 'booked' where id = $1 and state = 'free'
  returning id, during),
booked as (
  insert into reservation(appointment_id, patient_id, slot_id, during, version, status, sequence, details, booked_at,
    changed_at)
  select $2, $3, id, during, 1, 'booked', 0, $4, $5, $5
  from taken
  returning appointment_id),
decided as (
  insert into decision(appointment_id, version, op_key, request_sha256, rule_version, inputs, outcome, decided_at)
  select appointment_id, 1, $6, $7, 2, $8, $9, $5
  from booked),
operated as (
  insert into operation(patient_id, op_key, appointment_id, version, request_sha256, outcome)
  select $3, $6, appointment_id, 1, $7, $10::jsonb
  from booked),
recorded as (
  insert into access(at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
  select $5, $3, $3, '', 'Patients', 'write', 'visit-reason', 'own-record', ''
  from booked)
insert into outbox(key, version, type, payload, traceparent, created_at)
select appointment_id, 1, 'appointment.changed', $10, $11, $5
from booked
returning key
