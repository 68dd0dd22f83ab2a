-- The slots of a location, or of all, on one date that is closed, and those of longer visits that reach into it. Taken
-- slots keep their visit; those of a session that has ended are some, too. The next $4, in the order of their ids.
update slot
set is_retired = true, state = case when state in ('free', 'settling') then 'closed' else state end
where id in (
  select id from slot
  where id in (
      select id from slot
      where session_id in (select id from session where $1::text is null or location_id = $1)
        and local_start >= $2::date and local_start < $2::date + 1
      union
      select merged_into from slot
      where session_id in (select id from session where $1::text is null or location_id = $1)
        and local_start >= $2::date and local_start < $2::date + 1 and merged_into is not null)
    and start_at > $3 and not is_retired
  order by id
  limit $4
  for no key update)
returning id, state
