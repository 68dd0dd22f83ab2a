-- One version of an entry; for the patient ($4) if it was released and not since withdrawn.
select ${entryColumns}
from entry
where entry_id = $1 and patient_id = $2 and version = $3
  and (not $4::boolean or (
    release = 'now'
    and not exists (
      select from entry later
      where later.entry_id = entry.entry_id and later.version > entry.version and later.release = 'never')))
