-- One row for each date that it is now at the places where the provider works (zones differ). An unknown provider has
-- none.
insert into provider_delay(provider_id, day, delay_min, changed_at, version)
select $1, day, $2, $3, 1
from (
  select distinct ($3::timestamptz at time zone l.time_zone)::date as day
  from session s join location l on l.id = s.location_id
  where s.provider_id = $1) as today
on conflict (provider_id, day) do update
set delay_min = excluded.delay_min, changed_at = excluded.changed_at, version = provider_delay.version + 1
returning day, version
