-- The first of these slots that is still free; one that somebody is just taking counts as taken.
with best as (
  select s.id
  from unnest($1::uuid[]) with ordinality as wanted(id, place)
  join slot s on s.id = wanted.id
  where s.state = 'free'
  order by wanted.place
  limit 1
  for no key update of s skip locked)
update slot set state = 'held' from best where slot.id = best.id
returning slot.id
