-- Erasing a person whose last contact is long ago. The functions are granted to no service: only the scheduler knows the last
-- contact, and what asks for them has asked it (`local/erase/`).

-- When somebody was told something.
create view person_contact as
select person_id, greatest(queued_at, changed_at, sent_at) as at from message
union all
select person_id, greatest(queued_at, changed_at, sent_at) from message_past;

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
  select max(c.at) into last from public.person_contact c where c.person_id = person::text;
  if last >= public.erasable_before(at, kept_years) then
    raise exception 'there was contact with this person in the last % years', kept_years
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  return last;
end $$;

-- Removes what a person was told, and what others were told about these visits, waiting entries and links of theirs. How many
-- rows went, by table.
create function erase_person(person uuid, subjects uuid[], at timestamptz, kept_years int) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '3s' as $$
declare
  counts jsonb := '{}';
  messages uuid[];
  target record;
  gone int;
begin
  perform public.check_erasable(person, at, kept_years);
  messages := array(
    select m.id from public.message m where m.person_id = person::text or m.subject_id = any (subjects::text[])
    union
    select m.id from public.message_past m where m.person_id = person::text or m.subject_id = any (subjects::text[]));
  for target in
    select * from (values
      ('message_words', 'message_id = any ($3)'),
      ('message', 'person_id = $1 or subject_id = any ($2)'),
      ('message_past', 'person_id = $1 or subject_id = any ($2)')) as t(name, condition)
  loop
    execute format('delete from public.%I where %s', target.name, target.condition)
      using person::text, subjects::text[], messages;
    get diagnostics gone = row_count;
    counts := counts || jsonb_build_object(target.name, gone);
  end loop;
  return counts;
end $$;

revoke execute on function erasable_before(timestamptz, int), check_erasable(uuid, timestamptz, int),
  erase_person(uuid, uuid[], timestamptz, int) from public;
