-- Free slots of one visit type and mode that begin after $4, nearest to the time from $6 to $7 first, at most $8. Those
-- of provider $5 within that time will be gone. $9: only of this team, or null. $11:
-- only in this region.
select s.id, s.provider_id, p.name as provider_name, p.team_id, s.specialty_id, s.visit_type_id, s.location_id,
  l.time_zone, s.start_at, s.end_at, s.mode, s.local_start, s.reserved_for, s.release_at,
  l.step_free_route <> '' as is_step_free, l.latitude, l.longitude
from slot s
join provider p on p.id = s.provider_id
join location l on l.id = s.location_id
join visit_type v on v.id = s.visit_type_id
where s.state = 'free' and s.specialty_id = $1 and s.visit_type_id = $2 and s.mode = $3 and l.region_id = $11
  and s.start_at > greatest($4::timestamptz, $10::timestamptz + make_interval(mins => v.notice_min))
  and s.start_at <= $10::timestamptz + make_interval(days => v.horizon_days)
  and not (s.provider_id = $5 and s.start_at < $7 and s.end_at > $6)
  and ($9::text is null or p.team_id = $9)
order by greatest($6::timestamptz - s.start_at, s.start_at - $7::timestamptz, interval '0'), s.start_at, s.id
limit $8
