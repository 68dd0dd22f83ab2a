-- Latest first, after the last one of the previous page ($6 to $8). A waiting entry has no provider.
select appointment_id, version, rule_version, inputs, outcome, decided_at
from decision_view d
where decided_at >= $1 and decided_at < $2
  and ($3::text is null or outcome -> 'reservation' -> 'slot' ->> 'providerId' = $3
    or outcome -> 'entry' -> 'offer' -> 'slot' ->> 'providerId' = $3)
  and ($4::text is null or outcome -> 'reservation' -> 'slot' ->> 'specialtyId' = $4
    or outcome ? 'entry' and exists (
      select from waitlist_entry e where e.appointment_id = d.appointment_id and e.specialty_id = $4))
  and ($5::text is null or outcome ->> 'change' = $5)
  and ($6::timestamptz is null or (decided_at, appointment_id, version) < ($6, $7::uuid, $8::int))
order by decided_at desc, appointment_id desc, version desc
limit $9
