-- The slots of a provider on the seven dates from $2. Dates differ from those of UTC by less than a day.
select ${toldSlotColumns}, s.session_id, s.local_start, s.seat, s.state, s.reserved_for, s.release_at,
  s.is_retired, s.merged_into
from slot_of_any_time s
join provider p on p.id = s.provider_id
join location l on l.id = s.location_id
where s.provider_id = $1 and s.start_at > $2::date - interval '1 day' and s.start_at < $2::date + interval '8 days'
  and s.local_start >= $2::date and s.local_start < $2::date + 7
order by s.start_at, s.local_start, s.seat, s.id
limit $3
