-- Everybody who waits in a specialty; who comes first is worked out by the caller.
select appointment_id, version, patient_id, state, change, specialty_id, specialty_name, visit_type_id, visit_type_name,
  provider_id, location_id, earliest_date, latest_date, times_of_day, days_of_week, mode, is_longer, needs,
  referral_id, urgency, enrolled_at, target_date, auto_accept, misses, tie_break, reason, contact, changed_at,
  changed_xid, hold_id, offered_at, expires_at, offer_why, slot_id, slot_provider_id, slot_provider_name,
  slot_visit_type_id, slot_location_id, slot_time_zone, start_at, end_at, slot_mode, region_ids,
  needs_step_free
from waitlist_view
where specialty_id = $1 and state in ('waiting', 'offered')
order by enrolled_at, appointment_id
limit $2
