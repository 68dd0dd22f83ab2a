-- Nobody who waits is given these: they are everybody's, or nobody's any more. What was kept for more urgent needs
-- until now is kept no longer.
update slot
set state = case when is_retired or start_at <= $2 then 'closed' else 'free' end,
  reserved_for = case when release_at > $2 then reserved_for end,
  release_at = case when release_at > $2 then release_at end
where id = any ($1::uuid[]) and state = 'settling'
returning id
