-- How urgent a visit is as far as it is known, and not only said by the patient.
select coalesce(details ->> 'opens', details ->> 'urgency') as urgency from reservation where appointment_id = $1
