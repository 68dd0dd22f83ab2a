-- Which of these slots are seats of a class.
select w.id
from slot w
where w.id = any ($1::uuid[])
  and exists (
    select from slot o
    where o.session_id = w.session_id and o.local_start = w.local_start and o.visit_id = w.visit_id and o.id <> w.id)
