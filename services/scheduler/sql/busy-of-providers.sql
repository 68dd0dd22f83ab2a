-- What takes these providers' time from $2 to $3, but for the sessions $4. No visit with its buffers takes 12 hours.
select provider_id, visit_id, lower(blocks) as blocks_from, upper(blocks) as blocks_to
from slot
where provider_id = any ($1::uuid[]) and start_at > $2::timestamptz - interval '12 hours'
  and start_at < $3::timestamptz + interval '12 hours' and state <> 'closed' and session_id <> all ($4::uuid[])
