-- Free slots of the same session, day and seat that come before one of these: a longer visit may take in both.
select distinct p.id
from slot n
join slot p on p.session_id = n.session_id and p.seat = n.seat and p.local_start < n.local_start
  and p.local_start > n.local_start - interval '12 hours'
where n.id = any ($1::uuid[]) and p.state = 'free' and p.end_at <= n.start_at
  and p.end_at > n.start_at - interval '4 hours'
