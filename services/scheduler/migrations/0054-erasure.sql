-- Erasing a person whose last contact is long ago. The functions are granted to no service: what asks for them connects as
-- the owner (`local/erase/`), since only it sees all the databases, of which each knows its own contacts only.

-- Makes the hash of a person's id, of which alone nobody learns who it was.
create table erasure_key(
  is_only boolean primary key default true check (is_only),
  key bytea not null check (octet_length(key) = 32)
);
insert into erasure_key(key) values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- One row for each erasure, for ever. The ids that the stores are searched for stand in it until the last of them is done, so
-- that whoever goes on where another stopped finds them.
create table erasure(
  person_sha256 bytea not null,
  begun_at timestamptz not null,
  kept_years int not null check (kept_years >= 8),
  asked_by text not null check (length(asked_by) between 1 and 200),
  reason text not null check (length(reason) between 1 and 500),
  -- The last store that was done.
  step text not null check (step in ('begun', 'scheduler', 'table', 'notification', 'ehr', 'archive')),
  -- How many rows and items went, by `<store>.<table>`.
  removed jsonb not null default '{}',
  done_at timestamptz,
  person_id uuid,
  -- Of their visits, waiting entries and links.
  subject_ids uuid[],
  primary key (person_sha256, begun_at),
  check ((done_at is null) = (person_id is not null) and (done_at is null) = (subject_ids is not null))
);
create unique index erasure_open on erasure(person_sha256) where done_at is null;

-- An object of the archive may be left without a line.
alter table decision_archive_part
  drop constraint decision_archive_part_row_count_check, add constraint decision_archive_part_row_count_check check (row_count >= 0);

-- What is append-only stays so for everybody but the function that erases.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('healthbooker.erasing', true) = 'person' then
    return null;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger erasure_is_kept before delete or truncate on erasure for each statement execute function refuse_change();

-- When there was contact with a person: whatever they did, was done for them or goes on. Forever for what is in force, and for
-- clinicians, whom the directory names; never for rows that say no time.
create view person_contact as
select patient_id as person_id, greatest(upper(during), changed_at) as at from reservation
union all
select patient_id, case when state in ('waiting', 'offered') then 'infinity' else changed_at end from waitlist_entry
union all
select patient_id, case when state = 'open' then 'infinity' else expires_at end from hold
union all
select patient_id, greatest(ordered_at, due_date::timestamp at time zone 'UTC') from referral
union all
select patient_id, created_at from series
union all
select whose.person_id, greatest(p.since, p.confirmed_at, p.disputed_at, p.reviewed_at,
  coalesce(least(p.ended_at, p.expires_at, case when p.confirmed_at is null then p.confirm_by end), 'infinity'))
from proxy p cross join lateral (values (p.patient_id), (p.proxy_id)) as whose(person_id)
union all
select patient_id, expires_at from proxy_invitation
union all
select patient_id, changed_at from patient_reach
union all
-- A place on the waiting list leaves nothing else with a time, two years after its end.
select patient_id, case
    when action = 'write' or action = 'read' and role in ('Patients', 'proxy') then at else '-infinity'
  end from access
union all
select patient_id, '-infinity' from operation
union all
select id, 'infinity' from provider;

-- Before when the last contact must have been. The earlier of two clocks counts, and eight years at least, so that no
-- configuration and no single wrong clock erases anybody.
create function erasable_before(at timestamptz, kept_years int) returns timestamptz
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if at is null or kept_years is null or kept_years < 8 then
    raise exception 'a person is kept for 8 years at least after the last contact, and not for %', kept_years
      using errcode = 'invalid_parameter_value';
  end if;
  return least(at, public.database_clock()) - make_interval(years => kept_years);
end $$;

-- Refuses a person with whom there was contact since. The last contact; null when nothing is known of them.
create function check_erasable(person uuid, at timestamptz, kept_years int) returns timestamptz
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  last timestamptz;
begin
  select max(c.at) into last from public.person_contact c where c.person_id = person;
  if last >= public.erasable_before(at, kept_years) then
    raise exception 'there was contact with this person in the last % years', kept_years
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  return last;
end $$;

-- The open erasure of a person: the ids that stores are searched for, and null when there is none.
create function open_erasure(person uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.subject_ids from public.erasure e where e.person_id = person and e.done_at is null
$$;

-- When a person was last erased; null for never.
create function erased_at(person uuid) returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select max(e.done_at) from public.erasure e, public.erasure_key k
  where e.person_sha256 = sha256(k.key || uuid_send(person))
$$;

-- Writes down that a store was seen to, and how many rows went there.
create function note_erased(person uuid, store text, counts jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.erasure e
  set step = store, removed = e.removed || coalesce((
    select jsonb_object_agg(store || '.' || c.key, coalesce((e.removed ->> (store || '.' || c.key))::int, 0) + c.value::int)
    from jsonb_each_text(counts) c where c.value::int > 0), '{}')
  where e.person_id = person and e.done_at is null
$$;

-- Begins an erasure, or goes on with it: removes the person from this database, the source of what the others follow. How many
-- rows went, by table. Reads `access` once through, which has no index by patient.
create function erase_person(person uuid, at timestamptz, kept_years int, asked_by text, reason text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '3s' as $$
declare
  subjects uuid[];
  counts jsonb := '{}';
  target record;
  gone int;
begin
  -- What books, holds and joins takes the same lock.
  perform pg_advisory_xact_lock(hashtextextended('patient ' || person, 0));
  perform public.check_erasable(person, at, kept_years);
  if exists (
    select from public.reservation r join public.slot s on s.id = r.slot_id
    where r.patient_id = person and r.status <> 'cancelled'
  ) then
    raise exception 'a slot of this person has not moved to the past ones: is housekeeping behind?'
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  insert into public.erasure(person_sha256, begun_at, kept_years, asked_by, reason, step, person_id, subject_ids)
  select sha256(k.key || uuid_send(person)), least(at, public.database_clock()), kept_years, asked_by, reason, 'begun', person, '{}'
  from public.erasure_key k
  on conflict (person_sha256) where done_at is null do nothing;
  update public.erasure e
  set subject_ids = array(
    select unnest(e.subject_ids)
    union select r.appointment_id from public.reservation r where r.patient_id = person
    union select w.appointment_id from public.waitlist_entry w where w.patient_id = person
    union select o.appointment_id from public.operation o where o.patient_id = person
    union select p.id from public.proxy p where person in (p.patient_id, p.proxy_id))
  where e.person_id = person and e.done_at is null
  returning e.subject_ids into subjects;

  perform set_config('healthbooker.erasing', 'person', true);
  for target in
    -- What refers to another comes before it.
    select * from (values
      ('proxy_notice', 'link_id = any ($2)'),
      ('proxy', 'id = any ($2)'),
      ('proxy_invitation', 'patient_id = $1'),
      ('patient_reach', 'patient_id = $1'),
      ('leave_visit', 'appointment_id = any ($2)'),
      ('hold', 'patient_id = $1'),
      ('reservation', 'patient_id = $1'),
      ('waitlist_entry', 'patient_id = $1'),
      ('referral', 'patient_id = $1'),
      ('series', 'patient_id = $1'),
      ('operation', 'patient_id = $1'),
      ('decision', 'appointment_id = any ($2)'),
      ('decision_past', 'appointment_id = any ($2)'),
      ('outbox', 'key = any ($2::text[])'),
      ('outbox_sent', 'key = any ($2::text[])'),
      ('access', 'patient_id = $1')) as t(name, condition)
  loop
    execute format('delete from public.%I where %s', target.name, target.condition) using person, subjects;
    get diagnostics gone = row_count;
    counts := counts || jsonb_build_object(target.name, gone);
  end loop;
  perform set_config('healthbooker.erasing', '', true);
  perform public.note_erased(person, 'scheduler', counts);
  return counts;
end $$;

-- Ends an erasure whose stores have nothing left of the person. Whose it was is not known from here on.
create function finish_erasure(person uuid, at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.erasure e set done_at = least(at, public.database_clock()), person_id = null, subject_ids = null
  where e.person_id = person and e.done_at is null
$$;

revoke execute on function erasable_before(timestamptz, int), check_erasable(uuid, timestamptz, int), open_erasure(uuid),
  erased_at(uuid), note_erased(uuid, text, jsonb), erase_person(uuid, timestamptz, int, text, text),
  finish_erasure(uuid, timestamptz) from public;
