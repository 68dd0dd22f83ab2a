-- One who changes the availability of a provider at a time, so that no two sessions give overlapping slots; released
-- with the transaction. In one order, so that two who lock several do not wait for each other.
select pg_advisory_xact_lock(hashtextextended('provider ' || id, 0))
from (select id from unnest($1::text[]) as id order by id offset 0) as sorted
