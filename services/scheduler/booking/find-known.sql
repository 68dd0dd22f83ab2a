-- What is stored under these appointment ids, and the answer that each operation ($2) got. A waiting entry has its id
-- before it becomes a reservation.
select wanted.id as appointment_id, coalesce(r.version, w.version) as version, r.patient_id, r.provider_id,
  done.request_sha256, done.outcome, r.details ->> 'reason' as reason
from unnest($1::uuid[], $2::text[]) as wanted(id, op_key)
left join reservation r on r.appointment_id = wanted.id
left join waitlist_entry w on w.appointment_id = wanted.id
left join lateral (
  select o.request_sha256, o.outcome
  from operation o
  where o.patient_id = coalesce(r.patient_id, w.patient_id) and o.op_key = wanted.op_key
    and o.appointment_id = wanted.id
  union all
  -- Of a process of the release before.
  select d.request_sha256, d.outcome -> 'reservation'
  from decision d
  where d.appointment_id = wanted.id and d.op_key = wanted.op_key
  limit 1) done on true
where r.appointment_id is not null or w.appointment_id is not null
