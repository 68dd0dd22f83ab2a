-- What is still to be done, however old it is: these rows must not exist after a few seconds without load. $1 is now.
select 'a freed slot was not settled' as broken, id::text as id from slot where state = 'settling'
union all
select 'a hold outlived its time', id::text from hold
where state = 'open' and expires_at < $1::timestamptz - interval '5 seconds'
union all
select 'an event was not published', key from outbox where published_at is null
union all
select 'who waits was not looked at again', e.appointment_id::text
from waitlist_entry e
where e.state = 'waiting'
  and e.retry_at < $1::timestamptz - interval '5 minutes'
