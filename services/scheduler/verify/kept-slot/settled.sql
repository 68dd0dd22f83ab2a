-- These rows must not exist after a few seconds without load. $1 is now, $2 the entries whose turn it is.
--
-- Slots that came within the horizon less than a minute ago do not count: they may not be settled yet. An offer has to end
-- by day, at least half an hour ahead. First the free slots that suit an entry (`offset 0`), then whether the visit fits.
select distinct 'a free slot was kept from somebody who waits for it' as broken, suits.appointment_id::text as id
from (
  select w.appointment_id, w.slot_id
  from waitlist_wish w
  join visit_type v on v.id = w.visit_type_id
  join location l on l.id = w.location_id
  cross join (select $1::timestamptz as at) as asked
  cross join lateral (select w.start_at - make_interval(mins => v.notice_min) as latest) as answer
  where w.appointment_id = any($2::uuid[]) and w.entry_state = 'waiting' and w.slot_state = 'free' and w.start_at >= asked.at
    and w.start_at <= asked.at + make_interval(days => v.horizon_days) - interval '1 minute'
    and (w.release_at is null or w.release_at <= asked.at or w.urgency = 'urgent' or w.urgency = w.reserved_for)
    and answer.latest >= asked.at
    and (w.auto_accept or answer.latest > asked.at + interval '3 days'
      or (answer.latest >= asked.at + interval '30 minutes'
        and (asked.at at time zone l.time_zone)::time between '08:00' and '20:00'
        and (answer.latest at time zone l.time_zone)::time between '08:00' and '20:00'))
  offset 0) as suits
where exists (
  select
  from waitlist_fit f
  where f.appointment_id = suits.appointment_id and f.slot_id = suits.slot_id and f.slot_state = 'free'
    and (f.next_id is null or f.next_state = 'free')
  offset 0)
