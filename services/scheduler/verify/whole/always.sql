-- What is few enough to be looked at whole each time. $1 is now.
select 'could be overwritten' as broken, 'access' as id
where not exists (select from pg_trigger where tgname = 'access_is_append_only' and tgenabled <> 'D')
union all
select 'an open hold''s slot is not there', h.id::text
from hold h left join slot s on s.id = h.slot_id
where h.state = 'open' and s.id is null
union all
select 'a visit stands outside the rules and on no list', r.appointment_id::text
from slot s
join reservation r on r.slot_id = s.id and r.status = 'booked'
where s.is_retired and s.state = 'booked'
  and s.start_at > $1::timestamptz
  and not exists (
    select from leave_visit v
    where v.appointment_id = r.appointment_id and v.from_slot_id = r.slot_id and v.state = 'unplaced')
