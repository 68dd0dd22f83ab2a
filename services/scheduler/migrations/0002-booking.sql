-- Who has which slot. The constraints here hold whatever the code does.
create table slot(
  id uuid primary key,
  session_id uuid not null references session,
  local_start timestamp not null,
  seat int not null check (seat >= 1),
  -- Equal for the seats of one group visit: the provider is in one place then.
  visit_id uuid not null,
  provider_id uuid not null references provider,
  specialty_id text not null references specialty,
  location_id text not null references location,
  visit_type_id text not null references visit_type,
  start_at timestamptz not null,
  end_at timestamptz not null check (end_at > start_at),
  during tstzrange not null generated always as (tstzrange(start_at, end_at)) stored,
  -- What the visit takes of the provider's time, buffers included.
  blocks tstzrange not null,
  reserved_for text null check (reserved_for in ('soon', 'urgent')),
  release_at timestamptz null,
  -- No rule offers this slot any more: it closes as soon as nobody has it.
  is_retired boolean not null default false,
  state text not null check (state in ('settling', 'free', 'held', 'booked', 'closed')),
  check (blocks @> tstzrange(start_at, end_at)),
  check ((reserved_for is null) = (release_at is null)),
  unique (session_id, local_start, seat),
  -- Free slots are not in this index: they come by the ten thousand, and somebody has to take one first.
  constraint slot_provider_in_one_place
    exclude using gist (provider_id with =, visit_id with <>, blocks with &&) where (state in ('held', 'booked'))
);
create index slot_free on slot(specialty_id, start_at, id)
  include (visit_type_id, provider_id, location_id, end_at, reserved_for, release_at) where state = 'free';
create index slot_settling on slot(specialty_id) where state = 'settling';
create index slot_by_provider on slot(provider_id, start_at);

create table waitlist_entry(
  appointment_id uuid primary key,
  patient_id uuid not null,
  specialty_id text not null references specialty,
  visit_type_id text not null references visit_type,
  provider_id uuid null references provider,
  location_id text null references location,
  wanted tstzrange not null,
  urgency text not null check (urgency in ('routine', 'soon', 'urgent')),
  enrolled_at timestamptz not null,
  auto_accept boolean not null,
  misses int not null default 0,
  version int not null check (version >= 1),
  state text not null check (state in ('waiting', 'offered', 'booked', 'withdrawn', 'lapsed'))
);
create unique index waitlist_entry_one_per_specialty on waitlist_entry(patient_id, specialty_id)
  where state in ('waiting', 'offered');

-- A slot kept for one person for a while; an offer when it belongs to a waiting entry.
create table hold(
  id uuid primary key,
  slot_id uuid not null references slot,
  patient_id uuid not null,
  entry_id uuid null references waitlist_entry,
  urgency text not null check (urgency in ('routine', 'soon', 'urgent')),
  -- Why this slot: rule version, what the engine saw and what it answered; null when the patient chose freely.
  proposal jsonb null,
  expires_at timestamptz not null,
  state text not null check (state in ('open', 'used', 'declined', 'expired')),
  unique (entry_id, slot_id)
);
create unique index hold_one_per_slot on hold(slot_id) where state = 'open';
create unique index hold_one_per_entry on hold(entry_id) where state = 'open';
create unique index hold_one_per_patient on hold(patient_id) where state = 'open' and entry_id is null;
create index hold_by_expiry on hold(expires_at) where state = 'open';
create index hold_ended on hold(expires_at) where state <> 'open';

create table reservation(
  appointment_id uuid primary key,
  patient_id uuid not null,
  slot_id uuid not null references slot,
  during tstzrange not null,
  version int not null check (version >= 1),
  status text not null check (status in ('booked', 'arrived', 'checked-in', 'fulfilled', 'noshow', 'cancelled')),
  -- RFC 5545: raised by every move and cancellation.
  sequence int not null,
  -- reason (the patient's words) and urgency.
  details jsonb not null,
  booked_at timestamptz not null,
  changed_at timestamptz not null,
  -- Orders changes for those who follow them: whatever commits later than a snapshot is above its xmin.
  changed_xid xid8 not null default pg_current_xact_id(),
  constraint reservation_patient_in_one_place
    exclude using gist (patient_id with =, during with &&) where (status <> 'cancelled')
);
create unique index reservation_one_per_slot on reservation(slot_id) where status <> 'cancelled';
create index reservation_by_patient on reservation(patient_id);
create index reservation_by_change on reservation(changed_xid, appointment_id);

create table decision(
  appointment_id uuid not null,
  version int not null check (version >= 1),
  op_key text not null,
  request_sha256 bytea not null,
  rule_version int not null,
  -- What was asked, by whom, and at most 20 of the rows looked at, with a count of them all.
  inputs jsonb not null,
  -- The change, the reservation as it was answered, and why.
  outcome jsonb not null,
  decided_at timestamptz not null,
  primary key (appointment_id, version),
  unique (appointment_id, op_key)
);

create table outbox(
  id bigserial primary key,
  -- The appointment id.
  key text not null,
  version int not null,
  type text not null,
  payload jsonb not null,
  traceparent text null,
  created_at timestamptz not null default now(),
  published_at timestamptz null,
  unique (key, version)
);
create index outbox_unpublished on outbox(id) where published_at is null;
