-- Where a patient ($1) can go: the regions they ask for ($2), that of a place they ask for ($3), the one of their
-- profile, the one of their latest visit, or the only one there is; null where none of these is known.
-- `unknown_region`: an id in $2 that is no region.
select
  (select asked.id from unnest($2::text[]) as asked(id) where asked.id not in (select id from region) limit 1)
    as unknown_region,
  case
    when cardinality($2::text[]) > 0
      then $2 || array(select region_id from location where id = $3 and region_id <> all ($2::text[]))
    else (
      select array[coalesce(
        (select region_id from location where id = $3),
        k.region_id,
        (select l.region_id
         from reservation r join location l on l.id = r.location_id
         where r.patient_id = $1 and r.status <> 'cancelled'
         order by upper(r.during) desc
         limit 1),
        (select min(id) from region having count(*) = 1))])
  end as region_ids,
  coalesce(k.needs_step_free, false) as needs_step_free
from (select $1::uuid as patient_id) as who
left join patient_reach k using (patient_id)
