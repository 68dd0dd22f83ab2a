-- Booked visits after $1 whose time no rule gives and that stand on no list, of these slots ($2) or of all, the next ones
-- first, at most $3.
select r.patient_id, s.id as slot_id, s.provider_id
from slot s
join reservation r on r.slot_id = s.id and r.status = 'booked'
where s.is_retired and s.state = 'booked' and s.start_at > $1 and ($2::uuid[] is null or s.id = any ($2))
  and not exists (
    select from leave_visit v
    where v.appointment_id = r.appointment_id and v.from_slot_id = r.slot_id and v.state = 'unplaced')
order by s.start_at, s.id
limit $3
