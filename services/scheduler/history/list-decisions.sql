-- Latest first, after the last one of the previous page ($7 to $9). A waiting entry has no provider.
select appointment_id, version, rule_version, inputs, outcome, decided_at
from decision
where decided_at >= $1 and decided_at < $2
  and ($3::text is null or outcome -> 'reservation' -> 'slot' ->> 'providerId' = $3
    or outcome -> 'entry' -> 'offer' -> 'slot' ->> 'providerId' = $3)
  and ($4::text is null or outcome -> 'reservation' -> 'slot' ->> 'specialtyId' = $4
    or outcome -> 'entry' -> 'need' ->> 'specialtyId' = $4)
  and ($5::text is null or outcome ->> 'change' = $5)
  and ($6::uuid is null or appointment_id = $6)
  and ($7::timestamptz is null or (decided_at, appointment_id, version) < ($7, $8::uuid, $9::int))
order by decided_at desc, appointment_id desc, version desc
limit $10
