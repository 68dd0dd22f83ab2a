-- For seats ($1) of classes: how many places their starts have left for an urgency ($2) now ($3).
select s.id, (
  select count(*)::int
  from slot o
  where o.session_id = s.session_id and o.local_start = s.local_start and o.visit_id = s.visit_id and o.state = 'free'
    and is_open_to($2, o.reserved_for, o.release_at, $3)) as places_left
from slot s join session e on e.id = s.session_id
where s.id = any ($1::uuid[]) and e.seats > 1
