-- No row when the patient waits in this specialty already.
insert into waitlist_entry(appointment_id, patient_id, specialty_id, visit_type_id, provider_id, location_id,
  earliest_date, latest_date, times_of_day, days_of_week, mode, is_longer, referral_id, urgency, target_date,
  auto_accept, tie_break, details, enrolled_at, changed_at, retry_at, region_ids, version, misses, state, change)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $19, $19, $20, 1, 0,
  'waiting', 'joined')
on conflict do nothing
returning appointment_id
