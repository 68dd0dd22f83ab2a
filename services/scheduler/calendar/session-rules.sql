-- Sessions of these providers with everything their slots depend on, in an order that is always the same. $2: only
-- these, or null; $3: only those that do not reach this date yet, or null.
select s.id, s.provider_id, s.location_id, s.visit_type_id, v.specialty_id, s.mode, l.time_zone, s.weekday, s.seats,
  extract(epoch from s.starts)::int / 60 as start_minute,
  extract(epoch from s.ends)::int / 60 as end_minute,
  lower(s.effective) as effective_from, upper(s.effective) as effective_until,
  v.length_min, v.buffer_before_min, v.buffer_after_min,
  s.reserved_for, s.reserved_share::float8 as reserved_share, s.release_before_min, s.materialised_until
from session s
join visit_type v on v.id = s.visit_type_id
join location l on l.id = s.location_id
join provider p on p.id = s.provider_id and p.is_active
where s.provider_id = any ($1::uuid[])
  and ($2::uuid[] is null or s.id = any ($2))
  and ($3::date is null or s.materialised_until is null
    or s.materialised_until < least($3::date, coalesce(upper(s.effective), 'infinity')))
order by s.provider_id, s.id
for no key update of s
