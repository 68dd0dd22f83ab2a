-- $1 patient, $2 region, $3 whether they need places without steps, $4 version of the profile, $5 now. Waiting entries
-- without a region, which were made before there were regions, get the patient's region.
with kept as (
  insert into patient_reach(patient_id, region_id, needs_step_free, profile_version, changed_at)
  values ($1, $2, $3, $4, $5)
  on conflict (patient_id) do update
  set region_id = excluded.region_id, needs_step_free = excluded.needs_step_free,
    profile_version = excluded.profile_version, changed_at = excluded.changed_at
  where patient_reach.profile_version <= excluded.profile_version
  returning region_id)
update waitlist_entry e
set region_ids = array[kept.region_id]
from kept
where e.patient_id = $1 and e.state in ('waiting', 'offered') and cardinality(e.region_ids) = 0
  and kept.region_id is not null
