-- No row when this clinician has used the key before.
insert into referral(id, patient_id, kind, specialty_id, visit_type_id, provider_id, urgency, earliest_date, due_date,
  ordered_by, ordered_at, op_key)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
on conflict (ordered_by, op_key) do nothing
returning id
