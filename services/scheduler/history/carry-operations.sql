-- The operations of the next $2 decisions made before $1, which a process of the release before may have written without.
-- Another process at it: none.
with carried as (
  select decided_at, appointment_id, version from operation_carried for update skip locked),
page as (
  select d.*
  from carried cross join lateral (
    select appointment_id, version, op_key, request_sha256, outcome, decided_at
    from decision
    where (decided_at, appointment_id, version) > (carried.decided_at, carried.appointment_id, carried.version)
      and decided_at < $1
    order by decided_at, appointment_id, version
    limit $2) d),
operated as (
  insert into operation(${operationColumns})
  select coalesce(r.patient_id, e.patient_id), op_key, d.appointment_id, d.version, request_sha256,
    outcome -> 'reservation'
  from page d
  left join reservation r on r.appointment_id = d.appointment_id
  left join waitlist_entry e on e.appointment_id = d.appointment_id
  where op_key is not null and coalesce(r.patient_id, e.patient_id) is not null
  on conflict do nothing),
moved_on as (
  update operation_carried
  set decided_at = last.decided_at, appointment_id = last.appointment_id, version = last.version
  from (
    select decided_at, appointment_id, version from page
    order by decided_at desc, appointment_id desc, version desc limit 1) last)
select appointment_id from page
