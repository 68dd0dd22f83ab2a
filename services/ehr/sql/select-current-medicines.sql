-- Every active allergy and current medicine of a chart but one entry, which is about to be replaced. Those are of what
-- lasts, so that nothing else is looked at.
select entry.entry_id, entry.version, entry.kind, entry.body
from shown_entry
join entry on entry.entry_id = shown_entry.entry_id and entry.version = shown_entry.version
where shown_entry.patient_id = $1 and shown_entry.audience = 'provider'
  and shown_entry.kind in ('allergy', 'medication') and shown_entry.ends = 2147483647 and shown_entry.weight > 1
  and shown_entry.entry_id <> $2
  and entry.body ->> (case entry.kind when 'allergy' then 'clinicalStatus' else 'status' end) = 'active'
order by entry.entry_id
