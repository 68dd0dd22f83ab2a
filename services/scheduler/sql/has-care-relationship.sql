select exists (
  select
  from reservation r
  join slot s on s.id = r.slot_id
  join provider theirs on theirs.id = s.provider_id
  join provider own on own.team_id = theirs.team_id
  where r.patient_id = $2 and r.status <> 'cancelled' and upper(r.during) > $3::timestamptz - interval '12 months'
    and own.id = $1 and own.is_active
) as related,
  coalesce((select name from provider where id = $1), '') as caller_name
