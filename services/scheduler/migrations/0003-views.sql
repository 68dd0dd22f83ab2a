-- What slots and reservations look like to those who ask.
create view slot_view as
select s.id, s.provider_id, p.name as provider_name, p.team_id, s.specialty_id, s.visit_type_id, s.location_id,
  l.time_zone, s.start_at, s.end_at, s.local_start, s.reserved_for, s.release_at, s.state, s.is_retired,
  v.notice_min, v.horizon_days
from slot s
join provider p on p.id = s.provider_id
join location l on l.id = s.location_id
join visit_type v on v.id = s.visit_type_id;

create view reservation_view as
select r.appointment_id, r.version, r.patient_id, r.status, r.sequence,
  r.details ->> 'reason' as reason, r.details ->> 'urgency' as urgency,
  r.booked_at, r.changed_at, r.changed_xid,
  s.id as slot_id, s.provider_id, s.provider_name, s.team_id, s.specialty_id, sp.name as specialty_name,
  s.visit_type_id, v.name as visit_type_name, s.location_id, l.name as location_name, s.time_zone,
  s.start_at, s.end_at
from reservation r
join slot_view s on s.id = r.slot_id
join specialty sp on sp.id = s.specialty_id
join visit_type v on v.id = s.visit_type_id
join location l on l.id = s.location_id;
