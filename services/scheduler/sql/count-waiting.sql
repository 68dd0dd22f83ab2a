-- On how many waiting lists a patient ($1) is, other than by referral.
select count(*)::int as places from waitlist_entry
where patient_id = $1 and state in ('waiting', 'offered') and referral_id is null
