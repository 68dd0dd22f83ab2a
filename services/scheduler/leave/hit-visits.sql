-- Booked visits on these slots ($1) that have not begun by $2, earliest first, at most $3.
select ${reservationColumns},
  f.due_date, r.region_id, l.latitude, l.longitude, coalesce(k.needs_step_free, false) as needs_step_free,
  coalesce(o.details ->> 'opens', r.urgency) as opens
from reservation_view r
join reservation o on o.appointment_id = r.appointment_id
join location l on l.id = r.location_id
left join referral f on f.id = r.referral_id
left join patient_reach k on k.patient_id = r.patient_id
where r.slot_id = any ($1::uuid[]) and r.start_at > $2 and r.status = 'booked'
order by r.start_at, r.appointment_id
limit $3
