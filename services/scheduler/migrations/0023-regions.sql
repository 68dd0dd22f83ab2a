-- Where patients can go. Places belong to regions; nobody is offered, or moved to, a place of another region unasked.

create table region(
  id text primary key check (id ~ '^[a-z0-9-]{1,64}$'),
  name text not null
);

alter table location
  add column region_id text null references region,
  -- Degrees; null where nobody said: then every other place of the region is as far.
  add column latitude double precision null check (latitude between -90 and 90),
  add column longitude double precision null check (longitude between -180 and 180),
  add check ((latitude is null) = (longitude is null));

-- Places that exist get the region of their zone's city, which nobody crosses for a visit; an administrator divides it.
insert into region(id, name)
select distinct lower(regexp_replace(city, '[^A-Za-z0-9]+', '-', 'g')), translate(city, '_', ' ')
from (select regexp_replace(time_zone, '^.*/', '') as city from location) as zone;
update location
set region_id = lower(regexp_replace(regexp_replace(time_zone, '^.*/', ''), '[^A-Za-z0-9]+', '-', 'g'));
alter table location alter column region_id set not null;

-- How far a patient can go, as their profile says: appointment keeps the profile and tells.
create table patient_reach(
  patient_id uuid primary key,
  -- Null: the profile does not say.
  region_id text null references region,
  needs_step_free boolean not null,
  -- Of the profile: an older word never replaces a newer one.
  profile_version int not null check (profile_version >= 1),
  changed_at timestamptz not null
);

-- The regions in which somebody waits. Empty only in what a process of the release before wrote, which asked nobody: such
-- an entry is offered what it was promised, any place, until the patient says where they can go.
alter table waitlist_entry add column region_ids text[] not null default '{}';
update waitlist_entry e
set region_ids = array[coalesce(
  (select l.region_id from location l where l.id = e.location_id),
  (select l.region_id from reservation r join slot s on s.id = r.slot_id join location l on l.id = s.location_id
   where r.patient_id = e.patient_id and r.status <> 'cancelled' order by upper(r.during) desc limit 1))]
where e.location_id is not null
  or exists (select from reservation r where r.patient_id = e.patient_id and r.status <> 'cancelled');

create or replace view slot_view as
select s.id, s.provider_id, p.name as provider_name, p.team_id, s.specialty_id, s.visit_type_id, s.location_id,
  l.time_zone, s.start_at, s.end_at, s.local_start, s.reserved_for, s.release_at, s.state, s.is_retired,
  v.notice_min, v.horizon_days, s.mode, s.session_id, s.seat, s.visit_id, s.own_end_at, l.region_id,
  l.step_free_route <> '' as is_step_free
from slot s
join provider p on p.id = s.provider_id
join location l on l.id = s.location_id
join visit_type v on v.id = s.visit_type_id;

create or replace view reservation_view as
select r.appointment_id, r.version, r.patient_id, r.status, r.sequence,
  r.details ->> 'reason' as reason, r.details ->> 'urgency' as urgency,
  r.booked_at, r.changed_at, r.changed_xid,
  s.id as slot_id, s.provider_id, s.provider_name, s.team_id, s.specialty_id, sp.name as specialty_name,
  s.visit_type_id, v.name as visit_type_name, s.location_id, l.name as location_name, s.time_zone,
  s.start_at, s.end_at,
  s.mode, r.series_id, r.series_place, r.referral_id, r.late_min, r.awaits_answer,
  coalesce(r.details -> 'needs', '[]'::jsonb) as needs,
  coalesce(d.delay_min, 0) as provider_delay_min,
  s.region_id
from reservation r
join slot_view s on s.id = r.slot_id
join specialty sp on sp.id = s.specialty_id
join visit_type v on v.id = s.visit_type_id
join location l on l.id = s.location_id
left join provider_delay d on d.provider_id = s.provider_id and d.day = s.local_start::date;

create or replace view waitlist_wish as
select e.appointment_id, e.patient_id, e.state as entry_state, e.urgency, e.enrolled_at, e.tie_break, e.auto_accept,
  e.is_longer, e.specialty_id, s.id as slot_id, s.state as slot_state, s.session_id, s.seat, s.visit_id, s.provider_id,
  s.location_id, s.visit_type_id, s.start_at, s.end_at, s.own_end_at, s.blocks, s.local_start, s.mode, s.reserved_for,
  s.release_at
from waitlist_entry e
join slot s on s.specialty_id = e.specialty_id and s.visit_type_id = e.visit_type_id
join location l on l.id = s.location_id
left join patient_reach k on k.patient_id = e.patient_id
where s.state in ('settling', 'free') and not s.is_retired
  and s.start_at >= coalesce(e.earliest_date::timestamp at time zone 'UTC' - interval '15 hours', '-infinity')
  and s.start_at < coalesce((e.latest_date + 1)::timestamp at time zone 'UTC' + interval '15 hours', 'infinity')
  and suits_wishes(e, s)
  and (cardinality(e.region_ids) = 0 or l.region_id = any (e.region_ids))
  and (l.step_free_route <> '' or s.mode <> 'in-person' or not coalesce(k.needs_step_free, false));

create or replace view waitlist_fit as
select w.appointment_id, w.patient_id, w.entry_state, w.urgency, w.enrolled_at, w.tie_break, w.auto_accept,
  w.specialty_id, w.slot_id, w.slot_state, n.id as next_id, n.state as next_state, w.provider_id, w.location_id,
  w.visit_type_id, w.start_at, coalesce(n.end_at, w.end_at) as end_at, w.local_start, w.mode, w.reserved_for,
  w.release_at, v.notice_min, v.horizon_days, l.time_zone, n.reserved_for as next_reserved_for,
  n.release_at as next_release_at, l.region_id, l.step_free_route <> '' as is_step_free
from waitlist_wish w
join visit_type v on v.id = w.visit_type_id
join location l on l.id = w.location_id
left join lateral (
  select f.id, f.state, f.end_at, f.blocks, f.visit_id, f.provider_id, f.reserved_for, f.release_at
  from slot f
  where w.is_longer and f.session_id = w.session_id and f.seat = w.seat and f.local_start > w.local_start
    and f.local_start < w.local_start + interval '12 hours'
    and f.start_at >= w.end_at
    and f.start_at <= w.end_at + make_interval(mins => v.buffer_before_min + v.buffer_after_min)
    and f.own_end_at is null
  order by f.local_start
  limit 1) n on true
where (not w.is_longer
    or (n.state in ('settling', 'free') and w.own_end_at is null
      and not exists (
        select from slot o
        where o.provider_id = n.provider_id and o.visit_id = n.visit_id and o.id <> n.id
          and o.state in ('held', 'booked')
        offset 0)))
  and not exists (select from hold h where h.entry_id = w.appointment_id and h.slot_id = w.slot_id offset 0)
  and not exists (
    select from reservation r
    where r.patient_id = w.patient_id and r.status <> 'cancelled'
      and r.during && tstzrange(w.start_at, coalesce(n.end_at, w.end_at))
    offset 0)
  and not exists (
    select from hold h join slot o on o.id = h.slot_id
    where h.patient_id = w.patient_id and h.entry_id is not null and h.state = 'open'
      and o.during && tstzrange(w.start_at, coalesce(n.end_at, w.end_at))
    offset 0)
  and not exists (
    select from slot o
    where o.provider_id = w.provider_id and o.visit_id <> w.visit_id and o.visit_id is distinct from n.visit_id
      and o.blocks && tstzrange(lower(w.blocks), coalesce(upper(n.blocks), upper(w.blocks)))
      and o.state in ('held', 'booked')
    offset 0);

create or replace view waitlist_view as
select e.appointment_id, e.version, e.patient_id, e.state, e.change, e.specialty_id, sp.name as specialty_name,
  e.visit_type_id, v.name as visit_type_name, e.provider_id, e.location_id, e.earliest_date, e.latest_date,
  e.times_of_day, e.days_of_week, e.mode, e.is_longer, coalesce(e.details -> 'needs', '[]'::jsonb) as needs,
  e.referral_id, e.urgency, e.enrolled_at, e.target_date, e.auto_accept, e.misses, e.tie_break,
  coalesce(e.details ->> 'reason', '') as reason, e.details -> 'contact' as contact, e.changed_at, e.changed_xid,
  h.id as hold_id, h.offered_at, h.expires_at, h.proposal ->> 'why' as offer_why,
  s.id as slot_id, s.provider_id as slot_provider_id, s.provider_name as slot_provider_name,
  s.visit_type_id as slot_visit_type_id, s.location_id as slot_location_id, s.time_zone as slot_time_zone,
  s.start_at, s.end_at, s.mode as slot_mode,
  e.region_ids, coalesce(k.needs_step_free, false) as needs_step_free
from waitlist_entry e
join specialty sp on sp.id = e.specialty_id
join visit_type v on v.id = e.visit_type_id
left join patient_reach k on k.patient_id = e.patient_id
left join hold h on h.entry_id = e.appointment_id and h.state = 'open'
left join slot_view s on s.id = h.slot_id;

alter table leave_visit
  -- No message could reach the patient: somebody has to call them, and has when `called_at` is set.
  add column unreached_at timestamptz null,
  add column called_at timestamptz null;

create or replace view leave_visit_view as
select lv.leave_id, lv.appointment_id, lv.from_slot_id, lv.to_slot_id, lv.changed_at,
  case
    when lv.state = 'proposed' and not r.awaits_answer then 'settled'
    when lv.state = 'unplaced' and (r.slot_id <> lv.from_slot_id or r.status <> 'booked') then 'settled'
    else lv.state
  end as state,
  r.version, r.patient_id, r.status, r.booked_at, r.details ->> 'urgency' as urgency, r.referral_id, f.due_date,
  lv.unreached_at is not null and lv.called_at is null as is_unreached
from leave_visit lv
join reservation r on r.appointment_id = lv.appointment_id
left join referral f on f.id = r.referral_id;
create index leave_visit_by_appointment on leave_visit(appointment_id);
create index leave_visit_unreached on leave_visit(unreached_at) where called_at is null;

grant select on region to scheduler;
grant insert, select, update on patient_reach to scheduler;
