-- From ($2, after slot $3 when a page goes on) to before $4. $8: urgency, $9: whether staff asks, $10: now.
select s.id, s.provider_id, p.name as provider_name, s.specialty_id, s.visit_type_id, s.location_id, l.time_zone,
  s.start_at, s.end_at
from slot s
join provider p on p.id = s.provider_id
join location l on l.id = s.location_id
join visit_type v on v.id = s.visit_type_id
where s.state = 'free' and s.specialty_id = $1
  and (s.start_at, s.id) > ($2, coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')) and s.start_at < $4
  and ($5::text is null or s.visit_type_id = $5)
  and ($6::uuid is null or s.provider_id = $6)
  and ($7::text is null or s.location_id = $7)
  and (s.release_at is null or s.release_at <= $10 or $8 = 'urgent' or $8 = s.reserved_for)
  and ($9 or (s.start_at >= $10::timestamptz + make_interval(mins => v.notice_min)
    and s.start_at <= $10::timestamptz + make_interval(days => v.horizon_days)))
order by s.start_at, s.id
limit $11
