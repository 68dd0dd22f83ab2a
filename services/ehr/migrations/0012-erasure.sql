-- Erasing a person whose last contact is long ago. The functions are granted to no service: an old chart may be of somebody
-- who was here yesterday, which only the scheduler knows; what asks for them has asked it (`local/erase/`).

-- What is append-only stays so for everybody but the function that erases.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('healthbooker.erasing', true) = 'person' then
    return null;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

-- When there was contact with a person: what was written about them, and when they, or somebody for them, read it. Never for
-- rows that say no such time.
create view person_contact as
select patient_id as person_id, recorded_at as at from entry
union all
select patient_id, saved_at from draft
union all
select patient_id, case
    when action = 'write' or action = 'read' and role in ('Patients', 'proxy') then at else '-infinity'
  end from access
union all
select patient_id, '-infinity' from chart;

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

-- Removes a person's chart and who looked at it. How many rows went, by table.
create function erase_person(person uuid, at timestamptz, kept_years int) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '3s' as $$
declare
  counts jsonb := '{}';
  entries uuid[];
  target record;
  gone int;
begin
  -- What writes to the chart waits here.
  perform from public.chart c where c.patient_id = person for update;
  perform public.check_erasable(person, at, kept_years);
  entries := array(select distinct e.entry_id from public.entry e where e.patient_id = person);
  perform set_config('healthbooker.erasing', 'person', true);
  for target in
    -- What refers to another comes before it.
    select * from (values
      ('draft', 'patient_id = $1'),
      ('outbox', 'key = any ($2)'),
      ('outbox_sent', 'key = any ($2)'),
      ('shown_entry', 'patient_id = $1'),
      ('entry', 'patient_id = $1'),
      ('chart', 'patient_id = $1'),
      ('access', 'patient_id = $1')) as t(name, condition)
  loop
    execute format('delete from public.%I where %s', target.name, target.condition) using person, entries;
    get diagnostics gone = row_count;
    counts := counts || jsonb_build_object(target.name, gone);
  end loop;
  perform set_config('healthbooker.erasing', '', true);
  return counts;
end $$;

revoke execute on function erasable_before(timestamptz, int), check_erasable(uuid, timestamptz, int),
  erase_person(uuid, timestamptz, int) from public;
