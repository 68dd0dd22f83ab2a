select appointment_id, version, rule_version, inputs, outcome, decided_at
from decision
where decided_at >= $1
order by decided_at desc, appointment_id desc, version desc
limit $2
