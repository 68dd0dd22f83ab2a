-- Slots kept for more urgent needs until now ($1) are settled: who joins just then is seen under the lock of the specialty.
-- An array, because a plan for any number of them joins a subquery by reading all slots. Those that have begun are left to the closing of past slots, which does nothing while clocks differ.
update slot
set state = 'settling', reserved_for = null, release_at = null
where id = any (array(
  select id from slot where state = 'free' and release_at <= $1 and start_at > $1 order by release_at limit 1000
  for no key update skip locked))
  and state = 'free'
returning id
