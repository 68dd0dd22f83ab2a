-- The first of these slots that is still free; one that another transaction has locked counts as taken, and so does one
-- during which its provider has another visit. That is looked up slot by slot: offset 0 keeps the planner from joining
-- with all taken slots.
with best as (
  select s.id
  from unnest($1::uuid[]) with ordinality as wanted(id, place)
  join slot s on s.id = wanted.id
  where s.state = 'free'
    and not exists (
      select from slot o
      where o.provider_id = s.provider_id and o.visit_id <> s.visit_id and o.blocks && s.blocks
        and o.state in ('held', 'booked')
      offset 0)
  order by wanted.place
  limit 1
  for no key update of s skip locked)
update slot set state = 'held' from best where slot.id = best.id
returning slot.id
