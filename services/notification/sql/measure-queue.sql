select
  count(*) as queued,
  coalesce(extract(epoch from now() - min(changed_at)), 0)::double precision as oldest_s
from message
where state = 'queued' and changed_at <= now()
