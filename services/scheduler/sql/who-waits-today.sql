-- Whose visit with the provider on that day of its place is not over.
select distinct r.patient_id
from reservation r join slot s on s.id = r.slot_id
where s.provider_id = $1 and s.start_at >= $2::date - interval '1 day' and s.start_at < $2::date + interval '2 days'
  and s.local_start::date = $2 and r.status in ('booked', 'arrived', 'checked-in')
limit 200
