-- Clinical facts as append-only versions, who looked at them, and the events that announce them.

-- One row per patient: serialises the writers of one chart and numbers its changes.
create table chart (
  patient_id uuid primary key,
  version int not null check (version >= 0)
);

create table entry (
  entry_id uuid not null,
  version int not null check (version >= 1),
  patient_id uuid not null references chart,
  kind text not null check (kind in ('encounter-note', 'condition', 'allergy', 'medication', 'observation')),
  body jsonb not null,
  release text not null check (release in ('now', 'after-review', 'never')),
  author_id uuid not null,
  recorded_at timestamptz not null,
  amend_reason text check ((amend_reason is null) = (version = 1)),
  chart_version int not null,
  operation_key text not null,
  request_sha256 bytea not null,
  primary key (entry_id, version),
  unique (patient_id, chart_version),
  unique (author_id, operation_key)
);
create index entry_by_patient on entry (patient_id, entry_id, version desc);

-- Every read of clinical data commits a row here before a byte of it leaves.
create table access (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  patient_id uuid not null,
  reader_id uuid not null,
  role text not null check (role in ('Patients', 'Providers')),
  what text not null check (what in ('chart', 'entry-history')),
  why text not null check (why in ('own-record', 'care-relationship')),
  trace_id text not null
);
create index access_by_patient on access (patient_id, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger entry_is_append_only before update or delete or truncate on entry
  for each statement execute function refuse_change();
create trigger access_is_append_only before update or delete or truncate on access
  for each statement execute function refuse_change();

create table outbox (
  id bigint generated always as identity primary key,
  key uuid not null,
  version int not null,
  type text not null,
  payload jsonb not null,
  traceparent text,
  created_at timestamptz not null,
  published_at timestamptz,
  unique (key, version),
  foreign key (key, version) references entry (entry_id, version)
);
create index outbox_unpublished on outbox (id) where published_at is null;
create index outbox_by_age on outbox (created_at);
