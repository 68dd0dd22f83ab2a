-- The unique key holds in the outbox only. $1 is now, $2 the events whose turn it is.
with asked as materialized (
  select key, version, $1::timestamptz as at from event_view where id = any($2::bigint[]))
select 'an event stands twice' as broken, o.key::text as id
from event_view o
where o.key = any(array(select key from asked)) and (o.key, o.version) in (select key, version from asked)
group by o.key, o.version having count(*) > 1
