-- Who and what can be booked, and when.
create extension btree_gist;

create table specialty(
  id text primary key check (id ~ '^[a-z0-9-]{1,64}$'),
  name text not null,
  plain_name text not null
);

create table location(
  id text primary key check (id ~ '^[a-z0-9-]{1,64}$'),
  name text not null,
  address text not null,
  time_zone text not null,
  phone text not null,
  step_free_route text not null
);

create table team(
  id text primary key check (id ~ '^[a-z0-9-]{1,64}$'),
  name text not null
);

create table visit_type(
  id text primary key check (id ~ '^[a-z0-9-]{1,64}$'),
  specialty_id text not null references specialty,
  name text not null,
  preparation text not null,
  length_min int not null check (length_min between 5 and 480),
  buffer_before_min int not null default 0 check (buffer_before_min between 0 and 120),
  buffer_after_min int not null default 0 check (buffer_after_min between 0 and 120),
  -- Patients book no later than this before the start and no further ahead than the horizon.
  notice_min int not null default 120 check (notice_min >= 0),
  horizon_days int not null default 90 check (horizon_days between 1 and 365)
);

-- The id is the provider's person id.
create table provider(
  id uuid primary key,
  name text not null,
  title text not null,
  team_id text not null references team,
  is_active boolean not null default true
);
create index provider_by_team on provider(team_id);

create table provider_specialty(
  provider_id uuid not null references provider,
  specialty_id text not null references specialty,
  primary key (provider_id, specialty_id)
);

-- A clinic that recurs each week, in wall-clock time of its location. A single extra clinic is a session whose
-- effective range is that one day.
create table session(
  id uuid primary key,
  provider_id uuid not null references provider,
  location_id text not null references location,
  visit_type_id text not null references visit_type,
  -- ISO: Monday 1 to Sunday 7.
  weekday int not null check (weekday between 1 and 7),
  starts time not null,
  ends time not null check (ends > starts),
  seats int not null default 1 check (seats between 1 and 50),
  effective daterange not null check (not lower_inf(effective)),
  -- Carve-out: this share of the starts is kept for this urgency until so long before each.
  reserved_for text null check (reserved_for in ('soon', 'urgent')),
  reserved_share numeric(3, 2) not null default 0 check (reserved_share between 0 and 1),
  release_before_min int not null default 0 check (release_before_min >= 0),
  -- Slots exist for the dates before this one; null: the rule changed, look at every date again.
  materialised_until date null,
  check ((reserved_share > 0) = (reserved_for is not null))
);
create index session_by_provider on session(provider_id);

create table provider_leave(
  id uuid primary key,
  provider_id uuid not null references provider,
  during tstzrange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  note text not null
);
create index provider_leave_by_provider on provider_leave(provider_id);

-- Dates in the location's zone; null location: the whole hospital.
create table closure(
  id uuid primary key,
  location_id text null references location,
  dates daterange not null check (not isempty(dates) and not lower_inf(dates) and not upper_inf(dates)),
  note text not null
);
