-- What the engine needs beyond one slot for one patient: modes, longer visits, series, the waiting list, leave.

alter table session
  add column mode text not null default 'in-person' check (mode in ('in-person', 'video', 'phone')),
  add column version int not null default 1 check (version >= 1);

alter table slot
  add column mode text not null default 'in-person' check (mode in ('in-person', 'video', 'phone')),
  -- A longer visit takes in the next slot of its session: that one is closed while it belongs to the first.
  add column merged_into uuid null references slot,
  -- The end this slot has by itself, while it is longer.
  add column own_end_at timestamptz null,
  add constraint slot_merged_is_closed check (merged_into is null or state = 'closed');
create index slot_merged on slot(merged_into) where merged_into is not null;
create index slot_release on slot(release_at) where state = 'free' and release_at is not null;

-- Visits booked together at equal distances.
create table series(
  id uuid primary key,
  patient_id uuid not null,
  every_weeks int not null check (every_weeks between 1 and 12),
  created_at timestamptz not null
);

alter table reservation
  add column series_id uuid null references series,
  add column series_place int null,
  add column referral_id uuid null references referral,
  -- Minutes the patient said they will be late.
  add column late_min int not null default 0 check (late_min between 0 and 120),
  -- The hospital moved the visit and waits for the patient's answer.
  add column awaits_answer boolean not null default false,
  add constraint reservation_series_place check ((series_id is null) = (series_place is null));
create unique index reservation_one_per_referral on reservation(referral_id) where status <> 'cancelled';
create unique index reservation_series on reservation(series_id, series_place) where series_id is not null;

alter table hold
  -- A hold is made longer once.
  add column is_extended boolean not null default false,
  add column referral_id uuid null references referral,
  add column offered_at timestamptz null;

alter table waitlist_entry
  add column days_of_week int[] not null default '{}',
  add column times_of_day text[] not null default '{}',
  add column mode text null check (mode in ('in-person', 'video', 'phone')),
  -- Access needs lengthen the visit.
  add column is_longer boolean not null default false,
  add column referral_id uuid null references referral,
  -- reason (the patient's words).
  add column details jsonb not null default '{}',
  add column changed_at timestamptz not null default now(),
  add column contacted_at timestamptz null;
create index waitlist_entry_waiting on waitlist_entry(specialty_id) where state = 'waiting';
create index waitlist_entry_by_patient on waitlist_entry(patient_id);

alter table provider_leave
  add column version int not null default 1 check (version >= 1),
  add column created_at timestamptz not null default now(),
  add column ended_at timestamptz null;

-- What a leave did to each visit it met: a new time that the patient answers, or none yet.
create table leave_visit(
  leave_id uuid not null references provider_leave,
  appointment_id uuid not null references reservation,
  from_slot_id uuid not null references slot,
  to_slot_id uuid null references slot,
  state text not null check (state in ('proposed', 'kept', 'refused', 'unplaced', 'settled')),
  changed_at timestamptz not null,
  primary key (leave_id, appointment_id),
  check (state not in ('proposed', 'kept') or to_slot_id is not null)
);
create index leave_visit_open on leave_visit(state) where state in ('proposed', 'unplaced', 'refused');

create or replace view slot_view as
select s.id, s.provider_id, p.name as provider_name, p.team_id, s.specialty_id, s.visit_type_id, s.location_id,
  l.time_zone, s.start_at, s.end_at, s.local_start, s.reserved_for, s.release_at, s.state, s.is_retired,
  v.notice_min, v.horizon_days, s.mode, s.session_id, s.seat, s.visit_id, s.own_end_at
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
  coalesce(d.delay_min, 0) as provider_delay_min
from reservation r
join slot_view s on s.id = r.slot_id
join specialty sp on sp.id = s.specialty_id
join visit_type v on v.id = s.visit_type_id
join location l on l.id = s.location_id
left join provider_delay d on d.provider_id = s.provider_id and d.day = s.local_start::date;
