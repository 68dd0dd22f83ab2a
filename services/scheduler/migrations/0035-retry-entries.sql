-- Who waits is tried again by marks: whoever changes what may decide about an entry says when it is to be
-- looked at, so that nobody looks through all of them.
alter table waitlist_entry
  -- When the free slots are next looked through for it; null when nothing but a freed slot can help it.
  add column retry_at timestamptz null;
-- The release before writes no marks: what it enters is looked at once more.
alter table waitlist_entry alter column retry_at set default now();
-- Those there are end with their last date: somewhere on Earth it has passed by then, and the look knows where.
update waitlist_entry
set retry_at = latest_date::timestamp at time zone 'UTC' + interval '10 hours'
where state = 'waiting' and latest_date is not null;
create index waitlist_entry_retry_at on waitlist_entry(retry_at) where state = 'waiting' and retry_at is not null;

-- Who waits or is just being asked, in the order in which the list shows each class of urgency.
create index waitlist_entry_open
  on waitlist_entry(specialty_id, urgency, enrolled_at, (tie_break collate "C"), appointment_id)
  where state in ('waiting', 'offered');

-- Free slots that start until then have come within the horizon of their visit type, and were settled if somebody waited.
create table horizon(
  visit_type_id text primary key references visit_type,
  opened_until timestamptz not null
);
-- The release before looked at every entry each hour.
insert into horizon(visit_type_id, opened_until)
select id, now() + make_interval(days => horizon_days) - interval '2 hours' from visit_type;

grant insert, select, update on horizon to scheduler;
