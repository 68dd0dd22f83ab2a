-- Below the snapshot's xmin no transaction can still commit, so that no change is ever passed over.
select appointment_id, version, patient_id, status, sequence, reason, urgency, booked_at, changed_at, changed_xid,
  slot_id, provider_id, provider_name, team_id, specialty_id, specialty_name, visit_type_id, visit_type_name,
  location_id, location_name, time_zone, start_at, end_at,
  mode, series_id, series_place, referral_id, late_min, awaits_answer, needs, provider_delay_min, standing
from reservation_view
where (changed_xid, appointment_id) > ($1::xid8, $2::uuid)
  and changed_xid < pg_snapshot_xmin(pg_current_snapshot())
order by changed_xid, appointment_id
limit $3
