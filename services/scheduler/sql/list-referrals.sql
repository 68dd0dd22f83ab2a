select id, patient_id, kind, specialty_id, specialty_name, visit_type_id, visit_type_name, provider_id, provider_name,
  urgency, earliest_date, due_date, ordered_by, ordered_by_name, team_id, ordered_at, state, appointment_id
from referral_view
where patient_id = $1 and (state = 'open' or not $2)
order by state <> 'open', due_date, id
limit $3
