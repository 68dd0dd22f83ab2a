-- One version's decision; without a version ($2 = 0) the latest by which the appointment got its time.
select appointment_id, version, rule_version, inputs, outcome, decided_at
from decision_view
where appointment_id = $1 and ($2 = 0 or version = $2)
order by ($2 = 0 and inputs -> 'seen' ->> 'rule' in ('choose', 'take', 'rank')) desc,
  ($2 = 0 and outcome ->> 'change' in ('booked', 'moved')) desc, version desc
limit 1
