-- One session with everything its slots depend on. Another job working on it: no row.
select s.id, s.provider_id, s.location_id, s.visit_type_id, v.specialty_id, l.time_zone, s.weekday, s.seats,
  extract(epoch from s.starts)::int / 60 as start_minute,
  extract(epoch from s.ends)::int / 60 as end_minute,
  lower(s.effective) as effective_from, upper(s.effective) as effective_until,
  v.length_min, v.buffer_before_min, v.buffer_after_min,
  s.reserved_for, s.reserved_share::float8 as reserved_share, s.release_before_min, s.materialised_until
from session s
join visit_type v on v.id = s.visit_type_id
join location l on l.id = s.location_id
join provider p on p.id = s.provider_id and p.is_active
where s.id = $1
for no key update of s skip locked
