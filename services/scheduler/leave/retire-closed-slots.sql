-- The slots of a location, or of all, on one date that is closed, and those of longer visits that reach into it. Taken
-- slots keep their visit; those of a session that has ended are some, too. The next $4, in the order of their ids. Each
-- session is looked up by itself (`offset 0`).
with that_day as (
  select s.id, s.merged_into
  from session e
  cross join lateral (
    select id, merged_into from slot
    where session_id = e.id and local_start >= $2::date and local_start < $2::date + 1
    offset 0) s
  where $1::text is null or e.location_id = $1)
update slot
set is_retired = true, state = case when state in ('free', 'settling') then 'closed' else state end
where id in (
  select id from slot
  where id in (select id from that_day union select merged_into from that_day where merged_into is not null)
    and start_at > $3 and not is_retired
  order by id
  limit $4
  for no key update)
returning id, state
