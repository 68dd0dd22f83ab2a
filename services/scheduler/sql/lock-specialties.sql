-- As lock-specialty.sql, for several in one order.
select pg_advisory_xact_lock(hashtextextended('specialty ' || id, 0))
from (select distinct id from unnest($1::text[]) as id order by id offset 0) as sorted
