-- Who has which slot: these rows must not exist, at any time. $1 is now.
with live as (select * from reservation where status <> 'cancelled')
select 'a slot is booked twice' as broken, slot_id::text as id
from live group by slot_id having count(*) > 1
union all
select 'a patient is in two places', a.appointment_id::text
from live a join live b using (patient_id)
where a.during && b.during and a.appointment_id < b.appointment_id
union all
select 'a provider is in two places', a.id::text
from slot a join slot b using (provider_id)
where a.state in ('held', 'booked') and b.state in ('held', 'booked') and a.blocks && b.blocks
  and (a.session_id, a.local_start) < (b.session_id, b.local_start)
union all
select 'a slot''s state does not follow from who has it', s.id::text
from slot s
left join live r on r.slot_id = s.id
left join hold h on h.slot_id = s.id and h.state = 'open'
where (s.state = 'booked') <> (r.slot_id is not null)
  or (s.state = 'held') <> (h.id is not null)
  or r.during <> s.during
  or (s.is_retired and s.state = 'free')
union all
select 'a longer visit and the slot it took in do not go together', coalesce(s.id, n.id)::text
from (select * from slot where own_end_at is not null) s
full join (select * from slot where merged_into is not null) n on n.merged_into = s.id
where s.id is null or n.id is null or s.state not in ('held', 'booked') or s.end_at <> n.end_at
  or s.own_end_at > n.start_at or s.session_id <> n.session_id or s.seat <> n.seat
union all
select 'an offer and its hold do not go together', e.appointment_id::text
from waitlist_entry e left join hold h on h.entry_id = e.appointment_id and h.state = 'open'
where (e.state = 'offered') <> (h.id is not null)
union all
select 'an offer ends at night, within the notice of the visit, or is somebody else''s', h.entry_id::text
from hold h
join waitlist_entry e on e.appointment_id = h.entry_id
join slot_view s on s.id = h.slot_id
where h.state = 'open'
  and (h.patient_id <> e.patient_id or h.expires_at > s.start_at - make_interval(mins => s.notice_min)
    or (h.expires_at at time zone s.time_zone)::time not between '08:00' and '20:00')
union all
select 'an entry and the appointment it became do not go together', e.appointment_id::text
from waitlist_entry e left join reservation r using (appointment_id)
where (e.state = 'booked') <> (r.appointment_id is not null) or r.patient_id <> e.patient_id
  or r.version < e.version
union all
select 'a version has no decision, or a decision no version', appointment_id::text
from (
  select appointment_id, version from reservation
  union all
  select appointment_id, version from waitlist_entry where state <> 'booked') as current
full join (select appointment_id, max(version) as newest, count(*) as decisions from decision group by 1) as d
  using (appointment_id)
where version is distinct from newest or newest <> decisions
union all
select 'an operation answers with a version that is not there', o.appointment_id::text
from operation o
left join reservation r on r.appointment_id = o.appointment_id
left join waitlist_entry e on e.appointment_id = o.appointment_id
where o.version > coalesce(r.version, e.version, 0) or o.patient_id <> coalesce(r.patient_id, e.patient_id)
union all
select 'a version was not announced', d.appointment_id::text
from decision d left join event_view o on o.key = d.appointment_id::text and o.version = d.version
where o.id is null and d.decided_at > $1::timestamptz - interval '7 days'
union all
select 'an event announces no decision', o.key
from event_view o left join decision d on d.appointment_id::text = o.key and d.version = o.version
where d.appointment_id is null and o.type not in ('provider.delayed', 'proxy.changed')
union all
-- The unique key covers the outbox only; the view also has the events that were moved out of it.
select 'an event stands twice', key from event_view group by key, version having count(*) > 1
union all
select 'a slot names what the directory does not know', s.id::text
from slot s
left join provider p on p.id = s.provider_id
left join specialty c on c.id = s.specialty_id
left join location l on l.id = s.location_id
left join visit_type v on v.id = s.visit_type_id
where p.id is null or c.id is null or l.id is null or v.id is null
union all
select 'could be overwritten', 'access'
where not exists (select from pg_trigger where tgname = 'access_is_append_only' and tgenabled <> 'D')
union all
select 'a visit stands outside the rules and on no list', r.appointment_id::text
from reservation r
join slot s on s.id = r.slot_id
where r.status = 'booked' and s.is_retired
  and s.start_at > $1::timestamptz
  and not exists (
    select from leave_visit v
    where v.appointment_id = r.appointment_id and v.from_slot_id = r.slot_id and v.state = 'unplaced')
