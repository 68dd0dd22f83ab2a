-- An open request is of what lasts, so that only those are looked at.
select shown_entry.entry_id
from shown_entry
join entry on entry.entry_id = shown_entry.entry_id and entry.version = shown_entry.version
where shown_entry.patient_id = $1 and shown_entry.audience = 'provider' and shown_entry.kind = 'correction-request'
  and shown_entry.ends = 2147483647 and shown_entry.weight > 1
  and entry.body ->> 'entryId' = $2
limit 1
