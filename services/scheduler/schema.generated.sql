-- Written from the migrations; change those and write it again.

create extension btree_gist;

create table closure (
  id uuid not null,
  location_id text,
  dates daterange not null,
  note text not null
);

create table decision (
  appointment_id uuid not null,
  version integer not null,
  op_key text not null,
  request_sha256 bytea not null,
  rule_version integer not null,
  inputs jsonb not null,
  outcome jsonb not null,
  decided_at timestamp with time zone not null
);

create table hold (
  id uuid not null,
  slot_id uuid not null,
  patient_id uuid not null,
  entry_id uuid,
  urgency text not null,
  proposal jsonb,
  expires_at timestamp with time zone not null,
  state text not null
);

create table location (
  id text not null,
  name text not null,
  address text not null,
  time_zone text not null,
  phone text not null,
  step_free_route text not null
);

create table outbox (
  id bigint default nextval('outbox_id_seq'::regclass) not null,
  key text not null,
  version integer not null,
  type text not null,
  payload jsonb not null,
  traceparent text,
  created_at timestamp with time zone default now() not null,
  published_at timestamp with time zone
);

create table provider (
  id uuid not null,
  name text not null,
  title text not null,
  team_id text not null,
  is_active boolean default true not null
);

create table provider_leave (
  id uuid not null,
  provider_id uuid not null,
  during tstzrange not null,
  note text not null
);

create table provider_specialty (
  provider_id uuid not null,
  specialty_id text not null
);

create table reservation (
  appointment_id uuid not null,
  patient_id uuid not null,
  slot_id uuid not null,
  during tstzrange not null,
  version integer not null,
  status text not null,
  sequence integer not null,
  details jsonb not null,
  booked_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_xid xid8 default pg_current_xact_id() not null
);

create table session (
  id uuid not null,
  provider_id uuid not null,
  location_id text not null,
  visit_type_id text not null,
  weekday integer not null,
  starts time without time zone not null,
  ends time without time zone not null,
  seats integer default 1 not null,
  effective daterange not null,
  reserved_for text,
  reserved_share numeric(3,2) default 0 not null,
  release_before_min integer default 0 not null,
  materialised_until date
);

create table slot (
  id uuid not null,
  session_id uuid not null,
  local_start timestamp without time zone not null,
  seat integer not null,
  visit_id uuid not null,
  provider_id uuid not null,
  specialty_id text not null,
  location_id text not null,
  visit_type_id text not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  during tstzrange generated always as (tstzrange(start_at, end_at)) stored not null,
  blocks tstzrange not null,
  reserved_for text,
  release_at timestamp with time zone,
  is_retired boolean default false not null,
  state text not null
);

create table specialty (
  id text not null,
  name text not null,
  plain_name text not null
);

create table team (
  id text not null,
  name text not null
);

create table visit_type (
  id text not null,
  specialty_id text not null,
  name text not null,
  preparation text not null,
  length_min integer not null,
  buffer_before_min integer default 0 not null,
  buffer_after_min integer default 0 not null,
  notice_min integer default 120 not null,
  horizon_days integer default 90 not null
);

create table waitlist_entry (
  appointment_id uuid not null,
  patient_id uuid not null,
  specialty_id text not null,
  visit_type_id text not null,
  provider_id uuid,
  location_id text,
  wanted tstzrange not null,
  urgency text not null,
  enrolled_at timestamp with time zone not null,
  auto_accept boolean not null,
  misses integer default 0 not null,
  version integer not null,
  state text not null
);

alter table closure add constraint closure_dates_check CHECK (((NOT isempty(dates)) AND (NOT lower_inf(dates)) AND (NOT upper_inf(dates))));
alter table closure add constraint closure_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id);
alter table closure add constraint closure_pkey PRIMARY KEY (id);
alter table decision add constraint decision_version_check CHECK ((version >= 1));
alter table decision add constraint decision_pkey PRIMARY KEY (appointment_id, version);
alter table decision add constraint decision_appointment_id_op_key_key UNIQUE (appointment_id, op_key);
alter table hold add constraint hold_state_check CHECK ((state = ANY (ARRAY['open'::text, 'used'::text, 'declined'::text, 'expired'::text])));
alter table hold add constraint hold_urgency_check CHECK ((urgency = ANY (ARRAY['routine'::text, 'soon'::text, 'urgent'::text])));
alter table hold add constraint hold_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES waitlist_entry(appointment_id);
alter table hold add constraint hold_slot_id_fkey FOREIGN KEY (slot_id) REFERENCES slot(id);
alter table hold add constraint hold_pkey PRIMARY KEY (id);
alter table hold add constraint hold_entry_id_slot_id_key UNIQUE (entry_id, slot_id);
alter table location add constraint location_id_check CHECK ((id ~ '^[a-z0-9-]{1,64}$'::text));
alter table location add constraint location_pkey PRIMARY KEY (id);
alter table outbox add constraint outbox_pkey PRIMARY KEY (id);
alter table outbox add constraint outbox_key_version_key UNIQUE (key, version);
alter table provider add constraint provider_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id);
alter table provider add constraint provider_pkey PRIMARY KEY (id);
alter table provider_leave add constraint provider_leave_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during))));
alter table provider_leave add constraint provider_leave_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id);
alter table provider_leave add constraint provider_leave_pkey PRIMARY KEY (id);
alter table provider_specialty add constraint provider_specialty_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id);
alter table provider_specialty add constraint provider_specialty_specialty_id_fkey FOREIGN KEY (specialty_id) REFERENCES specialty(id);
alter table provider_specialty add constraint provider_specialty_pkey PRIMARY KEY (provider_id, specialty_id);
alter table reservation add constraint reservation_status_check CHECK ((status = ANY (ARRAY['booked'::text, 'arrived'::text, 'checked-in'::text, 'fulfilled'::text, 'noshow'::text, 'cancelled'::text])));
alter table reservation add constraint reservation_version_check CHECK ((version >= 1));
alter table reservation add constraint reservation_slot_id_fkey FOREIGN KEY (slot_id) REFERENCES slot(id);
alter table reservation add constraint reservation_pkey PRIMARY KEY (appointment_id);
alter table reservation add constraint reservation_patient_in_one_place EXCLUDE USING gist (patient_id WITH =, during WITH &&) WHERE ((status <> 'cancelled'::text));
alter table session add constraint session_check CHECK ((ends > starts));
alter table session add constraint session_check1 CHECK (((reserved_share > (0)::numeric) = (reserved_for IS NOT NULL)));
alter table session add constraint session_effective_check CHECK ((NOT lower_inf(effective)));
alter table session add constraint session_release_before_min_check CHECK ((release_before_min >= 0));
alter table session add constraint session_reserved_for_check CHECK ((reserved_for = ANY (ARRAY['soon'::text, 'urgent'::text])));
alter table session add constraint session_reserved_share_check CHECK (((reserved_share >= (0)::numeric) AND (reserved_share <= (1)::numeric)));
alter table session add constraint session_seats_check CHECK (((seats >= 1) AND (seats <= 50)));
alter table session add constraint session_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)));
alter table session add constraint session_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id);
alter table session add constraint session_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id);
alter table session add constraint session_visit_type_id_fkey FOREIGN KEY (visit_type_id) REFERENCES visit_type(id);
alter table session add constraint session_pkey PRIMARY KEY (id);
alter table slot add constraint slot_check CHECK ((end_at > start_at));
alter table slot add constraint slot_check1 CHECK ((blocks @> tstzrange(start_at, end_at)));
alter table slot add constraint slot_check2 CHECK (((reserved_for IS NULL) = (release_at IS NULL)));
alter table slot add constraint slot_reserved_for_check CHECK ((reserved_for = ANY (ARRAY['soon'::text, 'urgent'::text])));
alter table slot add constraint slot_seat_check CHECK ((seat >= 1));
alter table slot add constraint slot_state_check CHECK ((state = ANY (ARRAY['settling'::text, 'free'::text, 'held'::text, 'booked'::text, 'closed'::text])));
alter table slot add constraint slot_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id);
alter table slot add constraint slot_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id);
alter table slot add constraint slot_session_id_fkey FOREIGN KEY (session_id) REFERENCES session(id);
alter table slot add constraint slot_specialty_id_fkey FOREIGN KEY (specialty_id) REFERENCES specialty(id);
alter table slot add constraint slot_visit_type_id_fkey FOREIGN KEY (visit_type_id) REFERENCES visit_type(id);
alter table slot add constraint slot_pkey PRIMARY KEY (id);
alter table slot add constraint slot_session_id_local_start_seat_key UNIQUE (session_id, local_start, seat);
alter table slot add constraint slot_provider_in_one_place EXCLUDE USING gist (provider_id WITH =, visit_id WITH <>, blocks WITH &&) WHERE ((state = ANY (ARRAY['held'::text, 'booked'::text])));
alter table specialty add constraint specialty_id_check CHECK ((id ~ '^[a-z0-9-]{1,64}$'::text));
alter table specialty add constraint specialty_pkey PRIMARY KEY (id);
alter table team add constraint team_id_check CHECK ((id ~ '^[a-z0-9-]{1,64}$'::text));
alter table team add constraint team_pkey PRIMARY KEY (id);
alter table visit_type add constraint visit_type_buffer_after_min_check CHECK (((buffer_after_min >= 0) AND (buffer_after_min <= 120)));
alter table visit_type add constraint visit_type_buffer_before_min_check CHECK (((buffer_before_min >= 0) AND (buffer_before_min <= 120)));
alter table visit_type add constraint visit_type_horizon_days_check CHECK (((horizon_days >= 1) AND (horizon_days <= 365)));
alter table visit_type add constraint visit_type_id_check CHECK ((id ~ '^[a-z0-9-]{1,64}$'::text));
alter table visit_type add constraint visit_type_length_min_check CHECK (((length_min >= 5) AND (length_min <= 480)));
alter table visit_type add constraint visit_type_notice_min_check CHECK ((notice_min >= 0));
alter table visit_type add constraint visit_type_specialty_id_fkey FOREIGN KEY (specialty_id) REFERENCES specialty(id);
alter table visit_type add constraint visit_type_pkey PRIMARY KEY (id);
alter table waitlist_entry add constraint waitlist_entry_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'offered'::text, 'booked'::text, 'withdrawn'::text, 'lapsed'::text])));
alter table waitlist_entry add constraint waitlist_entry_urgency_check CHECK ((urgency = ANY (ARRAY['routine'::text, 'soon'::text, 'urgent'::text])));
alter table waitlist_entry add constraint waitlist_entry_version_check CHECK ((version >= 1));
alter table waitlist_entry add constraint waitlist_entry_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id);
alter table waitlist_entry add constraint waitlist_entry_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id);
alter table waitlist_entry add constraint waitlist_entry_specialty_id_fkey FOREIGN KEY (specialty_id) REFERENCES specialty(id);
alter table waitlist_entry add constraint waitlist_entry_visit_type_id_fkey FOREIGN KEY (visit_type_id) REFERENCES visit_type(id);
alter table waitlist_entry add constraint waitlist_entry_pkey PRIMARY KEY (appointment_id);

CREATE INDEX hold_by_expiry ON public.hold USING btree (expires_at) WHERE (state = 'open'::text);
CREATE INDEX hold_ended ON public.hold USING btree (expires_at) WHERE (state <> 'open'::text);
CREATE UNIQUE INDEX hold_one_per_entry ON public.hold USING btree (entry_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX hold_one_per_patient ON public.hold USING btree (patient_id) WHERE ((state = 'open'::text) AND (entry_id IS NULL));
CREATE UNIQUE INDEX hold_one_per_slot ON public.hold USING btree (slot_id) WHERE (state = 'open'::text);
CREATE INDEX outbox_unpublished ON public.outbox USING btree (id) WHERE (published_at IS NULL);
CREATE INDEX provider_by_team ON public.provider USING btree (team_id);
CREATE INDEX provider_leave_by_provider ON public.provider_leave USING btree (provider_id);
CREATE INDEX reservation_by_change ON public.reservation USING btree (changed_xid, appointment_id);
CREATE INDEX reservation_by_patient ON public.reservation USING btree (patient_id);
CREATE UNIQUE INDEX reservation_one_per_slot ON public.reservation USING btree (slot_id) WHERE (status <> 'cancelled'::text);
CREATE INDEX session_by_provider ON public.session USING btree (provider_id);
CREATE INDEX slot_by_provider ON public.slot USING btree (provider_id, start_at);
CREATE INDEX slot_free ON public.slot USING btree (specialty_id, start_at, id) INCLUDE (visit_type_id, provider_id, location_id, end_at, reserved_for, release_at) WHERE (state = 'free'::text);
CREATE INDEX slot_settling ON public.slot USING btree (specialty_id) WHERE (state = 'settling'::text);
CREATE UNIQUE INDEX waitlist_entry_one_per_specialty ON public.waitlist_entry USING btree (patient_id, specialty_id) WHERE (state = ANY (ARRAY['waiting'::text, 'offered'::text]));

create view reservation_view as
 SELECT r.appointment_id,
    r.version,
    r.patient_id,
    r.status,
    r.sequence,
    (r.details ->> 'reason'::text) AS reason,
    (r.details ->> 'urgency'::text) AS urgency,
    r.booked_at,
    r.changed_at,
    r.changed_xid,
    s.id AS slot_id,
    s.provider_id,
    s.provider_name,
    s.team_id,
    s.specialty_id,
    sp.name AS specialty_name,
    s.visit_type_id,
    v.name AS visit_type_name,
    s.location_id,
    l.name AS location_name,
    s.time_zone,
    s.start_at,
    s.end_at
   FROM ((((reservation r
     JOIN slot_view s ON ((s.id = r.slot_id)))
     JOIN specialty sp ON ((sp.id = s.specialty_id)))
     JOIN visit_type v ON ((v.id = s.visit_type_id)))
     JOIN location l ON ((l.id = s.location_id)));
create view slot_view as
 SELECT s.id,
    s.provider_id,
    p.name AS provider_name,
    p.team_id,
    s.specialty_id,
    s.visit_type_id,
    s.location_id,
    l.time_zone,
    s.start_at,
    s.end_at,
    s.local_start,
    s.reserved_for,
    s.release_at,
    s.state,
    s.is_retired,
    v.notice_min,
    v.horizon_days
   FROM (((slot s
     JOIN provider p ON ((p.id = s.provider_id)))
     JOIN location l ON ((l.id = s.location_id)))
     JOIN visit_type v ON ((v.id = s.visit_type_id)));
