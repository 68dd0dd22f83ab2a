-- A provider's slots within a leave that somebody has or could have, those that are part of a longer visit among them:
-- they are given back with it.
select id, specialty_id from slot
where provider_id = $1 and start_at < $3 and end_at > $2 and start_at > $4
  and (state <> 'closed' or merged_into is not null)
