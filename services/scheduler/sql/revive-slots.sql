-- Slots that the rule gives again, such as after a leave that was called off.
update slot s
set is_retired = false, state = case when s.state = 'closed' and s.merged_into is null then 'settling' else s.state end
where s.id = any ($1::uuid[]) and s.is_retired
  and not exists (
    select from slot o
    where o.provider_id = s.provider_id and o.visit_id <> s.visit_id and o.blocks && s.blocks and o.state <> 'closed')
returning s.id
