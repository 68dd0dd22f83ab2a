-- Booked visits on these slots ($1) that have not begun by $2, earliest first, at most $3.
select r.appointment_id, r.version, r.patient_id, r.status, r.sequence, r.reason, r.urgency, r.booked_at, r.changed_at,
  r.changed_xid, r.slot_id, r.provider_id, r.provider_name, r.team_id, r.specialty_id, r.specialty_name,
  r.visit_type_id, r.visit_type_name, r.location_id, r.location_name, r.time_zone, r.start_at, r.end_at, r.mode,
  r.series_id, r.series_place, r.referral_id, r.late_min, r.awaits_answer, r.needs, r.provider_delay_min, r.standing,
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
