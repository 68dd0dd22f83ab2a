-- Below the snapshot's xmin no transaction can still commit, so that no change is ever passed over.
select appointment_id, version, patient_id, state, change, specialty_id, specialty_name, visit_type_id, visit_type_name,
  provider_id, location_id, earliest_date, latest_date, times_of_day, days_of_week, mode, is_longer, needs,
  referral_id, urgency, enrolled_at, target_date, auto_accept, misses, tie_break, reason, contact, changed_at,
  changed_xid, hold_id, offered_at, expires_at, offer_why, slot_id, slot_provider_id, slot_provider_name,
  slot_visit_type_id, slot_location_id, slot_time_zone, start_at, end_at, slot_mode, region_ids,
  needs_step_free
from waitlist_view
where (changed_xid, appointment_id) > ($1::xid8, $2::uuid)
  and changed_xid < pg_snapshot_xmin(pg_current_snapshot())
order by changed_xid, appointment_id
limit $3
