-- What was asked under which key, and what was answered: a repeat is answered from here for as long as its visit is kept,
-- whatever becomes of the decision. `decision` keeps key and hash beside it for processes of the release before, which look
-- there and write only there; whoever looks here looks there too.
create table operation(
  -- Whose visit or waiting entry it is.
  patient_id uuid not null,
  op_key text not null,
  -- One request over the visits of a series has a row for each, under one key.
  appointment_id uuid not null,
  version int not null check (version >= 1),
  request_sha256 bytea not null,
  -- The version of the visit that was answered; null for a waiting entry, of which a repeat is told how it is.
  outcome jsonb null,
  primary key (patient_id, op_key, appointment_id)
);
alter table decision alter column op_key drop not null;
alter table decision alter column request_sha256 drop not null;

-- Up to which decision, in the order of deciding, housekeeping has seen to it that its operation is there.
create table operation_carried(
  is_only boolean primary key default true check (is_only),
  decided_at timestamptz not null,
  appointment_id uuid not null,
  version int not null
);
insert into operation_carried(decided_at, appointment_id, version)
values ('-infinity', '00000000-0000-0000-0000-000000000000', 0);

grant insert, select on operation to scheduler;
grant select, update on operation_carried to scheduler;
