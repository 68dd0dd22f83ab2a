-- The first $2 slots of a ranking that are still free, best first, with all that a booking shows of them. One that
-- another transaction has locked counts as taken, and so does one during which its provider has another visit. That is
-- looked up slot by slot: offset 0 keeps the planner from joining with all taken slots. This waits for no lock.
with best as (
  select s.*, wanted.place
  from unnest($1::uuid[]) with ordinality as wanted(id, place)
  join slot s on s.id = wanted.id
  where s.state = 'free'
    and not exists (
      select from slot o
      where o.provider_id = s.provider_id and o.visit_id <> s.visit_id and o.blocks && s.blocks
        and o.state in ('held', 'booked')
      offset 0)
  order by wanted.place
  limit $2
  for no key update of s skip locked)
select ${lockedSlotColumns}
from best s
join provider p on p.id = s.provider_id
join specialty sp on sp.id = s.specialty_id
join visit_type v on v.id = s.visit_type_id
join location l on l.id = s.location_id
order by s.place
