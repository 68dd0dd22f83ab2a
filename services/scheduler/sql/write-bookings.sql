-- Version 1 of each reservation, its decision and its event; its slot is booked and its hold used. The slots are
-- locked and were seen to be free or held for the patient.
with item as (
  select *
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::jsonb[], $6::uuid[], $7::text[], $8::bytea[],
      $9::int[], $10::jsonb[], $11::jsonb[], $12::text[])
    as item(appointment_id, patient_id, slot_id, hold_id, details, referral_id, op_key, request_sha256, rule_version,
      inputs, outcome, traceparent)),
taken as (
  update slot s set state = 'booked' from item where s.id = item.slot_id and s.state in ('free', 'held')
  returning s.id),
used as (
  update hold h set state = 'used' from item where h.id = item.hold_id and h.state = 'open'
  returning h.id),
booked as (
  insert into reservation(appointment_id, patient_id, slot_id, during, version, status, sequence, details, booked_at,
    changed_at, referral_id)
  select item.appointment_id, item.patient_id, s.id, s.during, 1, 'booked', 0, item.details, $13, $13,
    item.referral_id
  from item join slot s on s.id = item.slot_id),
decided as (
  insert into decision(appointment_id, version, op_key, request_sha256, rule_version, inputs, outcome, decided_at)
  select appointment_id, 1, op_key, request_sha256, rule_version, inputs, outcome, $13
  from item),
announced as (
  insert into outbox(key, version, type, payload, traceparent, created_at)
  select appointment_id, 1, 'appointment.changed', outcome -> 'reservation', traceparent, $13
  from item)
select id from taken
