-- Slots that no rule gives any more. Taken slots keep their visit and close when they are given back.
update slot
set is_retired = true, state = case when state in ('free', 'settling') then 'closed' else state end
where id = any ($1::uuid[]) and not is_retired
returning id, state
