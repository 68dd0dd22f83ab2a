-- Who has which visit and which place on the list: these rows must not exist, at any time. $1 is now, $2 whose turn it is.
with asked as (select unnest($2::uuid[]) as appointment_id),
live as (select r.* from reservation r join asked using (appointment_id) where r.status <> 'cancelled')
select 'a slot is booked twice' as broken, a.slot_id::text as id
from live a
where exists (
  select from reservation b
  where b.slot_id = a.slot_id and b.status <> 'cancelled' and b.appointment_id <> a.appointment_id)
union all
select 'a patient is in two places', a.appointment_id::text
from live a
where exists (
  select from reservation b
  where b.patient_id = a.patient_id and b.during && a.during and b.status <> 'cancelled'
    and b.appointment_id <> a.appointment_id)
union all
-- It is live for so many days after its end.
select 'a visit''s slot is not there', r.appointment_id::text
from live r left join slot s on s.id = r.slot_id
where s.id is null and upper(r.during) > $1::timestamptz - interval '${slot_days} days'
union all
select 'a visit and its slot differ in where, with whom or what', r.appointment_id::text
from live r join slot s on s.id = r.slot_id
where (r.provider_id, r.specialty_id, r.visit_type_id, r.location_id, r.mode, r.local_start)
  <> (s.provider_id, s.specialty_id, s.visit_type_id, s.location_id, s.mode, s.local_start)
union all
select 'an offer and its hold do not go together', e.appointment_id::text
from asked join waitlist_entry e using (appointment_id)
left join hold h on h.entry_id = e.appointment_id and h.state = 'open'
where (e.state = 'offered') <> (h.id is not null)
union all
select 'an offer ends at night, within the notice of the visit, or is somebody else''s', h.entry_id::text
from asked
join waitlist_entry e using (appointment_id)
join hold h on h.entry_id = e.appointment_id and h.state = 'open'
join slot_view s on s.id = h.slot_id
where h.patient_id <> e.patient_id or h.expires_at > s.start_at - make_interval(mins => s.notice_min)
  or (h.expires_at at time zone s.time_zone)::time not between '08:00' and '20:00'
union all
select 'an entry and the appointment it became do not go together', e.appointment_id::text
from asked join waitlist_entry e using (appointment_id) left join reservation r using (appointment_id)
where (e.state = 'booked') <> (r.appointment_id is not null) or r.patient_id <> e.patient_id
  or r.version < e.version
union all
select 'a version has no decision, or a decision no version', appointment_id::text
from asked
left join (
  select appointment_id, version, changed_at from reservation
  union all
  select appointment_id, version, changed_at from waitlist_entry where state <> 'booked') as current using (appointment_id)
left join lateral (
  select max(d.version) as newest, min(d.version) as oldest, count(*) as decisions,
    -- Waiting entries go before their decisions.
    bool_and(d.outcome ? 'entry' and d.decided_at < $1::timestamptz - interval '${waiting_entry_months} months') as is_over
  from decision_view d where d.appointment_id = asked.appointment_id) as decided on true
-- The first of them may be in the archive, or all.
cross join (
  select (max(month) + interval '1 month') at time zone 'UTC' as until
  from decision_archive where dropped_at is not null) as archived
where case when newest is null then version is not null and changed_at < until is not true
  else not (version is null and is_over)
    and (version is distinct from newest or newest - oldest + 1 <> decisions or (oldest > 1 and until is null)) end
union all
select 'a version was not announced', d.appointment_id::text
from asked join decision_view d using (appointment_id)
left join event_view o on o.key = d.appointment_id::text and o.version = d.version
where o.id is null and d.decided_at > $1::timestamptz - interval '7 days'
