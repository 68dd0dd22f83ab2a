-- A slot has no time of its own: these are the slots that a visit, a hold or a decision since $1 names, those that the
-- visits had before, and what is held or being settled now.
with decided as (select appointment_id, version from decision_view where decided_at >= $1::timestamptz)
select slot_id as id from reservation where changed_at >= $1
union
select slot_id from hold where state = 'open'
union
select slot_id from hold where state <> 'open' and expires_at >= $1
union
select id from slot where state = 'settling'
union
select named.id
from decided n
join decision_view d on d.appointment_id = n.appointment_id and d.version in (n.version, n.version - 1)
cross join lateral (
  select (d.outcome #>> '{reservation,slot,id}')::uuid as id
  union all
  select (d.outcome #>> '{entry,offer,slot,id}')::uuid) as named
where named.id is not null
