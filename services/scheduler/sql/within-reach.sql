-- Whether slot $1 is in the region of slot $2, and whether patient $3 gets to its place.
select t.region_id = f.region_id as is_same_region,
  t.is_step_free or t.mode <> 'in-person'
    or not exists (select from patient_reach where patient_id = $3 and needs_step_free) as is_accessible
from slot_view t cross join slot_view f
where t.id = $1 and f.id = $2
