-- How far the proxy $2 acts for the patient $1 at $3, by the links that work.
select scope from proxy p
where patient_id = $1 and proxy_id = $2 and ended_at is null and proxy_state(p, $3) = 'active'
