-- Locked, so that its version stays what it is.
select s.id, s.version, s.provider_id, p.name as provider_name, s.location_id, l.name as location_name, l.time_zone,
  s.visit_type_id, v.name as visit_type_name, v.specialty_id, v.length_min, s.mode, s.weekday, s.starts, s.ends,
  s.seats, lower(s.effective) as first_date, upper(s.effective) - 1 as last_date, s.reserved_for,
  (s.reserved_share * 100)::int as reserved_percent, s.release_before_min
from session s
join provider p on p.id = s.provider_id
join location l on l.id = s.location_id
join visit_type v on v.id = s.visit_type_id
where s.id = $1
for no key update of s
