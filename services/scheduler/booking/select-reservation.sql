select appointment_id, version, patient_id, status, sequence, reason, urgency, booked_at, changed_at, changed_xid,
  slot_id, provider_id, provider_name, team_id, specialty_id, specialty_name, visit_type_id, visit_type_name,
  location_id, location_name, time_zone, start_at, end_at,
  mode, series_id, series_place, referral_id, late_min, awaits_answer, needs, provider_delay_min, standing
from reservation_view
where appointment_id = $1
