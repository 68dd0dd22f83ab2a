select newest.entry_id
from (
  select distinct on (entry.entry_id) entry.entry_id, entry.body
  from entry
  where entry.patient_id = $1 and entry.kind = 'correction-request' and entry.body ->> 'entryId' = $2
  order by entry.entry_id, entry.version desc
) newest
where newest.body ->> 'state' = 'open'
limit 1
