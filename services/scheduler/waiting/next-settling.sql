-- Freed slots of a specialty ($1), earliest first, including those that will be closed. At most $3 when nobody waits
-- there; else at most $4, and no more than give $5 pairs with the entries that wait, which are counted up to $5.
with waiting as (
  select count(*) as entries
  from (select from waitlist_entry where specialty_id = $1 and state = 'waiting' limit $5::bigint) e),
allowed as (
  select case when entries = 0 then $3::bigint else greatest(1, least($4::bigint, $5::bigint / entries)) end as slots
  from waiting)
select id, visit_id, is_retired or start_at <= $2 as closes, (select entries from waiting) as waiting,
  (select slots from allowed) as at_most
from slot
where specialty_id = $1 and state = 'settling'
order by start_at, id
limit (select slots from allowed)
