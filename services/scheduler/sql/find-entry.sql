-- Whose entry it is, and where they wait; neither ever changes.
select patient_id, specialty_id from waitlist_entry where appointment_id = $1
