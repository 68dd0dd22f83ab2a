-- What was announced: these rows must not exist, at any time. $1 is now, $2 the events whose turn it is.
with asked as materialized (
  select id, key, version, type, $1::timestamptz as at from event_view where id = any($2::bigint[]))
select 'an event announces no decision' as broken, o.key as id
from asked o
left join decision_view d
  on d.appointment_id = case when o.type in ('appointment.changed', 'waitlist.changed') then o.key::uuid end
    and d.version = o.version
where d.appointment_id is null and o.type not in ('provider.delayed', 'proxy.changed')
union all
-- The unique key covers the outbox only; the view also has the events that were moved out of it.
select 'an event stands twice', o.key
from event_view o
where o.key = any(array(select key from asked)) and (o.key, o.version) in (select key, version from asked)
group by o.key, o.version having count(*) > 1
