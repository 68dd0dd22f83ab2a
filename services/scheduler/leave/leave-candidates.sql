-- Free slots of one kind ($1 to $3) in region $4 that begin after $5 and after the notice, the nearest to one of these
-- times ($6, in order) first, at most $7. Without those of provider $8 from $9 to $10, who will be away. $11: only of
-- these teams, or null. $12: only places without steps. $13: the urgency that opens kept slots. $14: now. $15: settling
-- slots that may be used.
select ${toldSlotColumns}, p.team_id, s.local_start, s.reserved_for, s.release_at,
  l.step_free_route <> '' as is_step_free, l.latitude, l.longitude
from slot s
join provider p on p.id = s.provider_id
join location l on l.id = s.location_id
join visit_type v on v.id = s.visit_type_id
cross join lateral (select width_bucket(s.start_at, $6::timestamptz[]) as place) as after
where (s.state = 'free' or (s.state = 'settling' and s.id = any ($15::uuid[])))
  and s.specialty_id = $1 and s.visit_type_id = $2 and s.mode = $3 and l.region_id = $4
  and s.start_at > greatest($5::timestamptz, $14::timestamptz + make_interval(mins => v.notice_min))
  and s.start_at <= $14::timestamptz + make_interval(days => v.horizon_days)
  and ($8::uuid is null or not (s.provider_id = $8 and s.start_at < $10 and s.end_at > $9))
  and ($11::text[] is null or p.team_id = any ($11))
  and (not $12::boolean or l.step_free_route <> '' or s.mode <> 'in-person')
  and is_open_to($13::text, s.reserved_for, s.release_at, $14)
order by least(s.start_at - ($6::timestamptz[])[after.place], ($6::timestamptz[])[after.place + 1] - s.start_at),
  s.start_at, s.id
limit $7
