update slot
set state = case when is_retired or start_at <= $2 then 'closed' else 'free' end
where id in (
  select id from slot where specialty_id = $1 and state = 'settling' order by id limit 1000 for no key update)
returning id
