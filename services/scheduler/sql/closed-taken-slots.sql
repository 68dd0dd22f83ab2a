-- Slots of a location ($1), or of all, that somebody has from $2 to the date $3, both included, after $4.
select id, specialty_id from slot
where session_id in (select id from session where $1::text is null or location_id = $1)
  and local_start >= $2::date and local_start < $3::date + 1 and start_at > $4 and state in ('held', 'booked')
