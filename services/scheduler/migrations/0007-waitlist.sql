-- What settling a slot and telling people of offers need. Nothing has written entries before.
alter table waitlist_entry
  drop column wanted,
  -- Dates on the calendar of the slot's place, both included.
  add column earliest_date date null,
  add column latest_date date null,
  -- By when the patient should be seen.
  add column target_date date not null,
  -- Keyed hash that orders those who are equal otherwise.
  add column tie_break text not null,
  -- What made this version.
  add column change text not null,
  -- When the free slots were last looked through for this entry; null asks for it soon.
  add column looked_at timestamptz null,
  -- Orders changes for those who follow them, as that of a reservation does.
  add column changed_xid xid8 not null default pg_current_xact_id();
create index waitlist_entry_by_change on waitlist_entry(changed_xid, appointment_id);
create index waitlist_entry_to_look on waitlist_entry(looked_at nulls first) where state = 'waiting';

-- An entry with its names and, while there is one, its offer.
create view waitlist_view as
select e.appointment_id, e.version, e.patient_id, e.state, e.change, e.specialty_id, sp.name as specialty_name,
  e.visit_type_id, v.name as visit_type_name, e.provider_id, e.location_id, e.earliest_date, e.latest_date,
  e.times_of_day, e.days_of_week, e.mode, e.is_longer, coalesce(e.details -> 'needs', '[]'::jsonb) as needs,
  e.referral_id, e.urgency, e.enrolled_at, e.target_date, e.auto_accept, e.misses, e.tie_break,
  coalesce(e.details ->> 'reason', '') as reason, e.details -> 'contact' as contact, e.changed_at, e.changed_xid,
  h.id as hold_id, h.offered_at, h.expires_at, h.proposal ->> 'why' as offer_why,
  s.id as slot_id, s.provider_id as slot_provider_id, s.provider_name as slot_provider_name,
  s.visit_type_id as slot_visit_type_id, s.location_id as slot_location_id, s.time_zone as slot_time_zone,
  s.start_at, s.end_at, s.mode as slot_mode
from waitlist_entry e
join specialty sp on sp.id = e.specialty_id
join visit_type v on v.id = e.visit_type_id
left join hold h on h.entry_id = e.appointment_id and h.state = 'open'
left join slot_view s on s.id = h.slot_id;

-- Which slots that nobody has an entry could be given, as far as it does not depend on the time of asking: notice,
-- horizon, carve-out and the end of an offer come on top. A longer visit takes in the slot that directly follows. One
-- slot is offered to one entry once.
create view waitlist_fit as
select e.appointment_id, e.patient_id, e.state as entry_state, e.urgency, e.enrolled_at, e.tie_break, e.auto_accept,
  e.specialty_id, s.id as slot_id, s.state as slot_state, n.id as next_id, n.state as next_state, s.provider_id,
  s.location_id, s.visit_type_id, s.start_at, coalesce(n.end_at, s.end_at) as end_at, s.local_start, s.mode,
  s.reserved_for, s.release_at, v.notice_min, v.horizon_days, l.time_zone
from waitlist_entry e
join slot s on s.specialty_id = e.specialty_id and s.visit_type_id = e.visit_type_id
join visit_type v on v.id = s.visit_type_id
join location l on l.id = s.location_id
left join lateral (
  select f.id, f.state, f.end_at, f.blocks, f.visit_id, f.provider_id
  from slot f
  where e.is_longer and f.session_id = s.session_id and f.seat = s.seat and f.local_start > s.local_start
    and f.local_start < s.local_start + interval '12 hours'
    and f.start_at >= s.end_at
    and f.start_at <= s.end_at + make_interval(mins => v.buffer_before_min + v.buffer_after_min)
    and f.own_end_at is null
  order by f.local_start
  limit 1) n on true
where s.state in ('settling', 'free') and not s.is_retired
  and (e.provider_id is null or s.provider_id = e.provider_id)
  and (e.location_id is null or s.location_id = e.location_id)
  and (e.mode is null or s.mode = e.mode)
  and (e.earliest_date is null or s.local_start >= e.earliest_date)
  and (e.latest_date is null or s.local_start < e.latest_date + 1)
  and (cardinality(e.days_of_week) = 0 or extract(isodow from s.local_start) = any (e.days_of_week))
  and (cardinality(e.times_of_day) = 0
    or case
      when extract(hour from s.local_start) < 12 then 'morning'
      when extract(hour from s.local_start) < 17 then 'afternoon'
      else 'evening'
    end = any (e.times_of_day))
  and (not e.is_longer
    or (n.state in ('settling', 'free') and s.own_end_at is null
      and not exists (
        select from slot o
        where o.provider_id = n.provider_id and o.visit_id = n.visit_id and o.id <> n.id
          and o.state in ('held', 'booked'))))
  and not exists (select from hold h where h.entry_id = e.appointment_id and h.slot_id = s.id)
  and not exists (
    select from reservation r
    where r.patient_id = e.patient_id and r.status <> 'cancelled'
      and r.during && tstzrange(s.start_at, coalesce(n.end_at, s.end_at)))
  and not exists (
    select from hold h join slot o on o.id = h.slot_id
    where h.patient_id = e.patient_id and h.entry_id is not null and h.state = 'open'
      and o.during && tstzrange(s.start_at, coalesce(n.end_at, s.end_at)))
  and not exists (
    select from slot o
    where o.provider_id = s.provider_id and o.visit_id <> s.visit_id and o.visit_id is distinct from n.visit_id
      and o.blocks && tstzrange(lower(s.blocks), coalesce(upper(n.blocks), upper(s.blocks)))
      and o.state in ('held', 'booked'));
