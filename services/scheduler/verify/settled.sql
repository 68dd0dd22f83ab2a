-- What a few seconds without load must have put in order.
select 'a freed slot was not settled' as broken, id::text as id from slot where state = 'settling'
union all
select 'a hold outlived its time', id::text from hold
where state = 'open' and expires_at < now() - interval '5 seconds'
union all
select 'an event was not published', key from outbox where published_at is null
union all
-- As of the time that a test stands at, else of the clock. An hour is left in which who waits is looked for again; an
-- offer has to end by day, and half an hour away.
select 'a free slot was kept from somebody who waits for it', e.appointment_id::text
from waitlist_entry e
cross join (select coalesce(nullif(current_setting('healthbooker.now', true), '')::timestamptz, now()) as at) as asked
where e.state = 'waiting' and exists (
  select
  from waitlist_fit f
  cross join lateral (select f.start_at - make_interval(mins => f.notice_min) as latest) as answer
  where f.appointment_id = e.appointment_id and f.slot_state = 'free'
    and (f.next_id is null or f.next_state = 'free')
    and f.start_at <= asked.at + make_interval(days => f.horizon_days) - interval '1 hour'
    and (f.release_at is null or f.release_at <= asked.at or f.urgency = 'urgent' or f.urgency = f.reserved_for)
    and answer.latest >= asked.at
    and (f.auto_accept or answer.latest > asked.at + interval '3 days'
      or (answer.latest >= asked.at + interval '30 minutes'
        and (asked.at at time zone f.time_zone)::time between '08:00' and '20:00'
        and (answer.latest at time zone f.time_zone)::time between '08:00' and '20:00')))
