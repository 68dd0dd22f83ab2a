-- $1 patient, $2 region, $3 whether they need places without steps, $4 version of the profile, $5 now. Waiting entries
-- without a region, which were made before there were regions, get the patient's region. A patient who can take steps
-- again may be given what did not fit before: their waiting entries are marked (waiting/README.md).
with before as (select needs_step_free from patient_reach where patient_id = $1),
kept as (
  insert into patient_reach(patient_id, region_id, needs_step_free, profile_version, changed_at)
  values ($1, $2, $3, $4, $5)
  on conflict (patient_id) do update
  set region_id = excluded.region_id, needs_step_free = excluded.needs_step_free,
    profile_version = excluded.profile_version, changed_at = excluded.changed_at
  where patient_reach.profile_version <= excluded.profile_version
  returning region_id, needs_step_free),
wider as (
  select kept.region_id, coalesce((select needs_step_free from before), false) and not kept.needs_step_free as is_wider
  from kept)
update waitlist_entry e
set region_ids = case
    when cardinality(e.region_ids) = 0 and wider.region_id is not null then array[wider.region_id]
    else e.region_ids
  end,
  retry_at = case when wider.is_wider then $5 else e.retry_at end
from wider
where e.patient_id = $1 and e.state in ('waiting', 'offered')
  and (wider.is_wider or (cardinality(e.region_ids) = 0 and wider.region_id is not null))
