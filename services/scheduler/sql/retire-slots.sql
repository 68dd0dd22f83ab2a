-- Slots of a session after $2 that its rule no longer gives ($3: those it does). Taken ones stay with whoever
-- has them and close when they are given back.
update slot
set is_retired = true, state = case when state in ('free', 'settling') then 'closed' else state end
where session_id = $1 and start_at > $2 and not is_retired and id <> all ($3::uuid[])
returning id, state
