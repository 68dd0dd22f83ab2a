-- The next decisions in the order in which they were made, after the last one seen ($1 to $3).
select appointment_id, version, rule_version, inputs, outcome, decided_at
from decision
where (decided_at, appointment_id, version) > ($1, $2::uuid, $3::int)
order by decided_at, appointment_id, version
limit $4
