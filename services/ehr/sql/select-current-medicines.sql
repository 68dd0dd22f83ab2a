-- Every active allergy and current medicine of a chart but one entry, which is about to be replaced.
select entry_id, version, kind, body
from (
  select distinct on (entry.entry_id) entry.entry_id, entry.version, entry.kind, entry.body
  from entry
  where entry.patient_id = $1 and entry.kind in ('allergy', 'medication') and entry.entry_id <> $2
  order by entry.entry_id, entry.version desc
) newest
where newest.body ->> (case newest.kind when 'allergy' then 'clinicalStatus' else 'status' end) = 'active'
order by entry_id
