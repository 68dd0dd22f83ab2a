-- Who read, wrote or tried to reach something clinical that lives here: reasons, waiting entries, referrals, answers,
-- decisions. A row is committed before the answer leaves; ehr takes the rows into what the patient is shown.
create table access(
  id uuid primary key default gen_random_uuid(),
  -- Follows the order in which transactions began; ehr reads on from there, behind the oldest that is still open.
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  patient_id uuid not null,
  reader_id uuid not null,
  -- As the directory had it then; empty for who is not in it.
  reader_name text not null,
  role text not null
    check (role in ('Patients', 'proxy', 'Providers', 'Receptionists', 'Admins', 'Managers', 'Privacy')),
  action text not null check (action in ('read', 'write', 'try')),
  what text not null check (what in ('visit', 'visit-reason', 'waiting', 'waiting-reason', 'symptoms', 'urgency',
    'referral', 'decision')),
  why text not null check (why in ('own-record', 'proxy', 'own-visit', 'team', 'specialty', 'care-relationship',
    'office', 'none')),
  trace_id text not null,
  check ((action = 'try') = (why = 'none'))
);
create index access_in_order on access(xid, id);
-- Whoever tries again and again leaves one row a minute for each patient, and can be counted.
create unique index access_try_once
  on access(reader_id, patient_id, what, date_trunc('minute', at at time zone 'UTC')) where action = 'try';
create index access_tries on access(reader_id, at) where action = 'try';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger access_is_append_only before update or delete or truncate on access
  for each statement execute function refuse_change();

grant insert, select on access to scheduler;
