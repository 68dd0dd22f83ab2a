-- Slots of specialty $1 and these visit types that are free and begin after $3, earliest first, at most $4.
select s.id, s.provider_id, s.team_id, s.visit_type_id, s.location_id, s.time_zone, s.start_at, s.end_at, s.local_start,
  s.mode, s.notice_min, s.horizon_days, s.reserved_for, s.release_at
from slot_view s
where s.state = 'free' and s.specialty_id = $1 and s.visit_type_id = any ($2::text[]) and s.start_at > $3
order by s.start_at, s.id
limit $4
