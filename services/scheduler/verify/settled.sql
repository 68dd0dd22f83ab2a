-- These rows must not exist after a few seconds without load. $1 is now.
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
union all
-- Slots that came within the horizon less than a minute ago do not
-- count: they may not be settled yet. An offer has to end by day, at least half an hour ahead. For each entry
-- (`offset 0`): first the free slots that suit it, then whether the visit fits into one of them.
select 'a free slot was kept from somebody who waits for it', e.appointment_id::text
from waitlist_entry e
cross join (select $1::timestamptz as at) as asked
where e.state = 'waiting' and exists (
  select
  from (
    select w.slot_id
    from waitlist_wish w
    join visit_type v on v.id = w.visit_type_id
    join location l on l.id = w.location_id
    cross join lateral (select w.start_at - make_interval(mins => v.notice_min) as latest) as answer
    where w.appointment_id = e.appointment_id and w.slot_state = 'free' and w.start_at >= asked.at
      and w.start_at <= asked.at + make_interval(days => v.horizon_days) - interval '1 minute'
      and (w.release_at is null or w.release_at <= asked.at or w.urgency = 'urgent' or w.urgency = w.reserved_for)
      and answer.latest >= asked.at
      and (w.auto_accept or answer.latest > asked.at + interval '3 days'
        or (answer.latest >= asked.at + interval '30 minutes'
          and (asked.at at time zone l.time_zone)::time between '08:00' and '20:00'
          and (answer.latest at time zone l.time_zone)::time between '08:00' and '20:00'))
    offset 0) as suits
  cross join lateral (
    select
    from waitlist_fit f
    where f.appointment_id = e.appointment_id and f.slot_id = suits.slot_id and f.slot_state = 'free'
      and (f.next_id is null or f.next_state = 'free')
    offset 0) as fits)
