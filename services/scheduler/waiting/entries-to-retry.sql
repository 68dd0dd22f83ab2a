-- Waiting entries for which a free slot may fit that did not before: not searched for an hour ($1 is now), or the
-- patient's other visits or offers have changed since.
select e.appointment_id, e.patient_id, e.specialty_id
from waitlist_entry e
where e.state = 'waiting'
  and (e.looked_at is null or e.looked_at < $1::timestamptz - interval '1 hour'
    or exists (select from reservation r where r.patient_id = e.patient_id and r.changed_at >= e.looked_at)
    or exists (
      select from waitlist_entry o
      where o.patient_id = e.patient_id and o.appointment_id <> e.appointment_id and o.changed_at >= e.looked_at))
order by e.looked_at nulls first
limit 8
