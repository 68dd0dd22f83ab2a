-- The newest version of each entry; for the patient the newest that was released, unless since withdrawn.
-- Allergies first, so that nothing a clinician must see is ever cut off.
select entry_id, version, patient_id, kind, body, release, author_id, author_name, recorded_at, amend_reason, checks
from (
  select distinct on (entry.entry_id)
    entry.entry_id, entry.version, entry.patient_id, entry.kind, entry.body, entry.release, entry.author_id,
    entry.author_name, entry.recorded_at, entry.amend_reason, entry.checks
  from entry
  where entry.patient_id = $1
    and entry.chart_version <= $2
    and (not $3::boolean or (
      entry.release = 'now'
      and not exists (
        select from entry later
        where later.entry_id = entry.entry_id and later.version > entry.version
          and later.chart_version <= $2 and later.release = 'never')))
  order by entry.entry_id, entry.version desc
) newest
order by kind = 'allergy' desc, recorded_at desc, entry_id
limit 1000
