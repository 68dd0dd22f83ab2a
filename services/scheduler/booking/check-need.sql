-- What a need names ($1 specialty, $2 visit type, $3 provider, $4 location): whether it is known, and the zone of the
-- place where the visit would be.
select
  exists (select from visit_type where id = $2 and specialty_id = $1) as has_visit_type,
  $3::uuid is null or exists (select from provider where id = $3 and is_active) as has_provider,
  $4::text is null or exists (select from location where id = $4) as has_location,
  coalesce(
    (select time_zone from location where id = $4),
    (select l.time_zone from session s join location l on l.id = s.location_id
     where s.visit_type_id = $2 order by l.id limit 1),
    'UTC') as time_zone
