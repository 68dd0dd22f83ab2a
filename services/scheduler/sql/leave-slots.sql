-- A provider's slots within a leave that somebody has or could have.
select id, specialty_id from slot
where provider_id = $1 and start_at < $3 and end_at > $2 and start_at > $4 and state <> 'closed'
