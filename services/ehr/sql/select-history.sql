-- Versions of one entry before version $4, newest first: $5 rows or $6 octets, and at least one; for the patient ($3) those
-- that were released, unless since withdrawn. `rest`: there are earlier ones.
with candidate as (
  select version, octets + 600 as octets
  from shown_entry
  where entry_id = $1 and patient_id = $2 and audience = case when $3::boolean then 'patient' else 'provider' end
    and version < $4
    and (not $3::boolean or version > coalesce(
      (select max(version) from entry where entry_id = $1 and release = 'never'), 0))
  order by version desc
  limit $5::int + 1
),
placed as (
  select version,
    sum(octets) over before - octets < $6::int and row_number() over before <= $5::int as fits
  from candidate
  window before as (order by version desc rows unbounded preceding)
)
select ${entryColumns},
  exists (select from placed where not fits) as rest
from placed
join entry on entry.entry_id = $1 and entry.version = placed.version
where fits
order by placed.version desc
