-- Who read, wrote or tried to reach something is kept as they were called then, and what the scheduler has put on record
-- stands in the same list.
alter table access
  -- Empty for a person without a name, and for rows of the time before it was kept.
  add column reader_name text not null default '',
  add column action text not null default 'read' check (action in ('read', 'write', 'try')),
  -- The scheduler's row that this one was taken from.
  add column source_id uuid null,
  drop constraint access_role_check,
  drop constraint access_what_check,
  drop constraint access_why_check,
  add constraint access_role_check check (role ~ '^[A-Za-z]{1,40}$'),
  -- The scheduler's words too, which it may have more of one day.
  add constraint access_what_check check (what ~ '^[a-z-]{1,40}$'),
  add constraint access_why_check check (why ~ '^[a-z-]{1,40}$'),
  add constraint access_try_check check ((action = 'try') = (why = 'none'));
create unique index access_taken_once on access (source_id) where source_id is not null;
-- Whoever tries again and again leaves one row a minute for each patient, and can be counted.
create unique index access_try_once
  on access (reader_id, patient_id, what, date_trunc('minute', at at time zone 'UTC'))
  where action = 'try' and source_id is null;
create index access_tries on access (reader_id, at) where action = 'try' and source_id is null;
-- In order of time: rows taken from the scheduler come a little later than they happened.
create index access_in_time on access (patient_id, at desc, id desc);
create index access_of_others on access (patient_id, at desc, id desc) where why <> 'own-record';
drop index access_by_patient;

-- How far a list of another service has been followed.
create table follower_cursor (
  source text primary key,
  cursor text not null,
  updated_at timestamptz not null
);
grant insert, select, update on follower_cursor to ehr;

-- As the author was called when they wrote it; empty where that was not kept.
alter table entry add column author_name text not null default '';
