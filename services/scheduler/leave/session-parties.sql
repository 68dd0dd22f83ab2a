-- What a session of provider $1 at location $2 for visit type $3 would refer to; nulls for what there is not.
select p.name as provider_name, l.name as location_name, l.time_zone, v.name as visit_type_name, v.specialty_id,
  v.length_min, v.buffer_before_min, v.buffer_after_min,
  exists (select from provider_specialty o where o.provider_id = p.id and o.specialty_id = v.specialty_id)
    as is_of_specialty
from (select 1) as one
left join provider p on p.id = $1 and p.is_active
left join location l on l.id = $2
left join visit_type v on v.id = $3
