-- What was sent is in three tables. `message` has what is young, with the keys by which nobody is told twice; a change older
-- than a day is told to nobody, so they need hold no longer. `message_past`, a partition for each month (UTC), has the rest.
-- The words are apart in `message_words`, a partition for each day: they are nearly all of a message's bytes and are kept a
-- shorter time, and dropping a table gives its space back at once, which deleting or emptying rows does not.
--
-- The columns of words in `message` are filled by a process of the release before, and where the day has no partition.
-- Housekeeping empties `message` of what is over, so these go as well.

-- The time by which rows are kept and dropped, whatever the clocks of processes say. A function of its own so that a proof of
-- years can move program and database together: only the owner can replace it.
create function database_clock() returns timestamptz language sql stable parallel safe as 'select statement_timestamp()';

-- The exact words, rendered once, before the first attempt to hand them over.
create table message_words (
  message_id uuid not null,
  -- That of the message, so that its words are found in one partition.
  queued_at timestamptz not null,
  recipient text not null,
  mail_subject text not null,
  mail_text text not null,
  mail_html text not null,
  mail_calendar text not null,
  primary key (message_id, queued_at)
) partition by range (queued_at);

create table message_past (
  id uuid not null,
  ordinal bigint not null,
  person_id text not null,
  channel text not null,
  template text not null,
  subject_id text not null,
  subject_version integer not null,
  sequence integer not null,
  state text not null check (state <> 'queued'),
  tries integer not null,
  failure text not null,
  provider_message_id text null,
  changed_at timestamptz not null,
  queued_at timestamptz not null,
  sent_at timestamptz null,
  primary key (ordinal, queued_at)
) partition by range (queued_at);
create index message_past_by_person on message_past (person_id, ordinal desc);
create index message_past_by_subject on message_past (subject_id, ordinal desc);

-- Every message that there is.
create view message_view as
select id, ordinal, person_id, channel, template, subject_id, subject_version, sequence, state, tries, failure,
  provider_message_id, changed_at, queued_at, sent_at, mail_subject, mail_text, false as is_past
from message
union all
select id, ordinal, person_id, channel, template, subject_id, subject_version, sequence, state, tries, failure,
  provider_message_id, changed_at, queued_at, sent_at, null, null, true
from message_past;

-- Vacuum comes after so many dead rows, whatever the size of the table. There is no room to leave in a page (fillfactor): both
-- updates of a message, its claim and its end, change what an index says of it.
alter table message set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000,
  toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 5000);

-- These two make and drop the partitions of whichever table, as its owner, named `<table>_<YYYYMMDD>` or `<table>_<YYYYMM>`. No
-- role is granted them: each table has thin ones of its own that are, which fix the minimum that no configuration goes below.

-- Makes the partition for the day, or for the month of the day; false when it was there. The bounds keep a process whose
-- clock is wrong from making tables without end; ten years back is what a hospital may bring that begins to move what is over.
create function make_partition(parent text, unit text, day date) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  today constant date := (public.database_clock() at time zone 'UTC')::date;
  first constant date := date_trunc(unit, day::timestamp);
  name constant text := parent || '_' || to_char(first, case unit when 'day' then 'YYYYMMDD' else 'YYYYMM' end);
begin
  if first is null or day < today - interval '120 months' or day > today + interval '2 months' then
    raise exception 'a % of % is made from 120 months back to 2 months ahead, and not %', unit, parent, day
      using errcode = 'invalid_parameter_value';
  end if;
  if to_regclass(format('public.%I', name)) is not null then
    return false;
  end if;
  -- Two processes at once: the second finds it made. What the session remembers of names may be older than the lock.
  perform pg_advisory_xact_lock(hashtextextended(parent, 0));
  if exists (select from pg_class where relname = name and relnamespace = 'public'::regnamespace) then
    return false;
  end if;
  -- Attached, not created as a partition: that would lock out whoever reads or writes the others.
  execute format('create table public.%I (like public.%I including defaults including constraints)', name, parent);
  execute format('alter table public.%I attach partition public.%I for values from (%L) to (%L)',
    parent, name, first::timestamp at time zone 'UTC', (first + ('1 ' || unit)::interval) at time zone 'UTC');
  return true;
end $$;

-- Drops the oldest partition when all of it was over for more than `kept` days or months before `at`, and before the database's
-- own clock: the earlier of the two counts, so that no single wrong clock drops anything. Its first day; null when there is
-- no such partition, or another process is at it.
create function drop_partition(parent text, unit text, at timestamptz, kept int, kept_at_least int) returns date
language plpgsql set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  before date;
  name text;
  first date;
begin
  if at is null or kept is null or kept < kept_at_least then
    raise exception '% is kept for % %s at least, and not for %', parent, kept_at_least, unit, kept
      using errcode = 'invalid_parameter_value';
  end if;
  before := date_trunc(unit, least(at, public.database_clock()) at time zone 'UTC') - kept * ('1 ' || unit)::interval;
  if not pg_try_advisory_xact_lock(hashtextextended(parent, 0)) then
    return null;
  end if;
  select c.relname into name
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = format('public.%I', parent)::regclass and c.relname ~ '_[0-9]{6}([0-9]{2})?$'
  order by c.relname limit 1;
  first := to_date(substring(name from '_([0-9]+)$'), case unit when 'day' then 'YYYYMMDD' else 'YYYYMM' end);
  if first is null or first >= before then
    return null;
  end if;
  execute format('drop table public.%I', name);
  return first;
end $$;

create function make_message_words_day(day date) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select public.make_partition('message_words', 'day', day)
$$;
create function make_message_past_month(day date) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select public.make_partition('message_past', 'month', day)
$$;
-- Who was told something asks within a week what it said.
create function drop_message_words_day(at timestamptz, kept_days int) returns date
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select public.drop_partition('message_words', 'day', at, kept_days, 7)
$$;
-- Whether somebody was told is asked about for a year.
create function drop_message_past_month(at timestamptz, kept_months int) returns date
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select public.drop_partition('message_past', 'month', at, kept_months, 12)
$$;

-- Moves those of `ids` that are over to their months, without their words; those that are over there as well leave for good. How
-- many left. What is still to be sent stays, and so does, by the earlier of two clocks, what is younger than a week: nobody
-- is told twice of a change because its message has moved.
create function move_past_messages(ids uuid[], at timestamptz, words_days int, kept_months int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  clock constant timestamptz := least(at, public.database_clock());
  gone int;
begin
  if at is null or words_days is null or kept_months is null or words_days < 7 or kept_months < 12 then
    raise exception 'messages are kept with their words for 7 days and without for 12 months at least, and not for % and %',
      words_days, kept_months using errcode = 'invalid_parameter_value';
  end if;
  with over as (
    delete from public.message where id = any (array(
      select id from public.message
      where id = any (ids) and state <> 'queued' and queued_at < clock - make_interval(days => words_days)
      for update skip locked))
    returning *),
  moved as (
    insert into public.message_past (id, ordinal, person_id, channel, template, subject_id, subject_version, sequence, state,
      tries, failure, provider_message_id, changed_at, queued_at, sent_at)
    select id, ordinal, person_id, channel, template, subject_id, subject_version, sequence, state,
      tries, failure, provider_message_id, changed_at, queued_at, sent_at
    from over
    where queued_at >= (date_trunc('month', clock at time zone 'UTC') - make_interval(months => kept_months)) at time zone 'UTC')
  select count(*) into gone from over;
  return gone;
end $$;

revoke execute on function make_partition(text, text, date), drop_partition(text, text, timestamptz, int, int),
  make_message_words_day(date), make_message_past_month(date), drop_message_words_day(timestamptz, int),
  drop_message_past_month(timestamptz, int), move_past_messages(uuid[], timestamptz, int, int) from public;
grant execute on function make_message_words_day(date), make_message_past_month(date),
  drop_message_words_day(timestamptz, int), drop_message_past_month(timestamptz, int),
  move_past_messages(uuid[], timestamptz, int, int) to notification;
grant insert, select on message_words to notification;
grant select on message_view to notification;
