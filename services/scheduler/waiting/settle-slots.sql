-- Slots that no waiting entry gets: everybody may book them, or they are closed. Those that were kept for more urgent
-- needs until now are not kept any more.
update slot
set state = case when is_retired or start_at <= $2 then 'closed' else 'free' end,
  reserved_for = case when release_at > $2 then reserved_for end,
  release_at = case when release_at > $2 then release_at end
where id = any ($1::uuid[]) and state = 'settling'
returning id
