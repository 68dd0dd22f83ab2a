-- Free slots of a visit type ($1) of a specialty ($2) that have come within the horizon since its mark, or $4, until $3,
-- earliest first, where somebody waits. At most 1,000 and those that start with the last.
select s.id, s.start_at
from slot s
where s.state = 'free' and s.specialty_id = $2 and s.visit_type_id = $1
  and s.start_at > greatest((select opened_until from horizon where visit_type_id = $1), $4::timestamptz)
  and s.start_at <= $3
  and (
    select true from waitlist_entry e
    where e.specialty_id = $2 and e.state = 'waiting'
    order by e.urgency, e.enrolled_at
    limit 1)
order by s.start_at
fetch first 1000 rows with ties
