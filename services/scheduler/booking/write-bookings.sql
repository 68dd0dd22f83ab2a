-- Version 1 of each reservation, its decision, the operation that it answers, its event and who wrote it; its slot is
-- booked and its hold used. The slots are locked and were seen to be free or held for the patient. One JSON document
-- instead of an array for each column: quoting and parsing documents inside arrays took longer than writing them.
with item as (
  select *
  from jsonb_to_recordset($1)
    as item(appointment_id uuid, patient_id uuid, slot_id uuid, hold_id uuid, details jsonb, referral_id uuid,
      op_key text, request_sha256 text, rule_version int, inputs jsonb, outcome jsonb, traceparent text,
      reader_id uuid, role text, what text, why text, trace_id text)),
taken as (
  update slot s set state = 'booked' from item where s.id = item.slot_id and s.state in ('free', 'held')
  returning s.id),
used as (
  update hold h set state = 'used' from item where h.id = item.hold_id and h.state = 'open'
  returning h.id),
booked as (
  insert into reservation(${newReservationColumns})
  select item.appointment_id, item.patient_id, s.id, s.during, 1, 'booked', 0, item.details, $2, $2, item.referral_id
  from item join slot s on s.id = item.slot_id),
operated as (
  insert into operation(${operationColumns})
  select patient_id, op_key, appointment_id, 1, decode(request_sha256, 'hex'), outcome -> 'reservation'
  from item),
decided as (
  insert into decision(${newDecisionColumns})
  select appointment_id, 1, op_key, decode(request_sha256, 'hex'), rule_version, inputs, outcome, $2
  from item),
announced as (
  insert into outbox(key, version, type, payload, traceparent, created_at)
  select appointment_id, 1, 'appointment.changed', outcome -> 'reservation', traceparent, $2
  from item),
recorded as (
  insert into access(${accessColumns})
  select distinct $2, patient_id, reader_id, coalesce((select name from provider where id = reader_id), ''), role,
    'write', what, why, trace_id
  from item)
select id from taken
