alter table reservation
  -- What the hospital said last of the visit's time: that it cannot be kept, or that it holds after all. Null: nothing.
  add column standing text null check (standing in ('unplaced', 'restored'));

create or replace view reservation_view as
select r.appointment_id, r.version, r.patient_id, r.status, r.sequence,
  r.details ->> 'reason' as reason, r.details ->> 'urgency' as urgency,
  r.booked_at, r.changed_at, r.changed_xid,
  s.id as slot_id, s.provider_id, s.provider_name, s.team_id, s.specialty_id, sp.name as specialty_name,
  s.visit_type_id, v.name as visit_type_name, s.location_id, l.name as location_name, s.time_zone,
  s.start_at, s.end_at,
  s.mode, r.series_id, r.series_place, r.referral_id, r.late_min, r.awaits_answer,
  coalesce(r.details -> 'needs', '[]'::jsonb) as needs,
  coalesce(d.delay_min, 0) as provider_delay_min,
  s.region_id,
  r.standing
from reservation r
join slot_view s on s.id = r.slot_id
join specialty sp on sp.id = s.specialty_id
join visit_type v on v.id = s.visit_type_id
join location l on l.id = s.location_id
left join provider_delay d on d.provider_id = s.provider_id and d.day = s.local_start::date;
