-- Tables of what is over have a partition for each month (UTC), named `<table>_<YYYYMM>`. These two functions make and drop
-- them for whichever table, as its owner. No role is granted them: each table has thin ones of its own that are, `security
-- definer`, which fix the minimum that no configuration goes below. `runtime/partition-tasks.ts` calls those.

-- Makes the partition for the month of a day; false when it was there. The bounds keep a process whose clock is wrong from
-- making tables without end; ten years back is what a hospital may bring that begins to move what is over.
create function make_month(parent text, day date) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  this_month constant date := date_trunc('month', public.database_clock() at time zone 'UTC');
  month constant date := date_trunc('month', day::timestamp);
  name constant text := parent || '_' || to_char(month, 'YYYYMM');
begin
  if month is null or month < this_month - interval '120 months' or month > this_month + interval '2 months' then
    raise exception 'a month of % is made from 120 months back to 2 months ahead, and not %', parent, day
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
    parent, name, month::timestamp at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
  return true;
end $$;

-- Drops the oldest month when all of it was over more than `kept_months` before `at`, and before the database's own clock:
-- the earlier of the two counts, so that no single wrong clock drops anything. Its first day; null when there is no such
-- month, or another process is at it.
create function drop_month(parent text, at timestamptz, kept_months int, kept_at_least int) returns date
language plpgsql set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  before date;
  name text;
  month date;
begin
  if at is null or kept_months is null or kept_months < kept_at_least then
    raise exception '% is kept for % months at least, and not for %', parent, kept_at_least, kept_months
      using errcode = 'invalid_parameter_value';
  end if;
  before := date_trunc('month', least(at, public.database_clock()) at time zone 'UTC') - make_interval(months => kept_months);
  if not pg_try_advisory_xact_lock(hashtextextended(parent, 0)) then
    return null;
  end if;
  select c.relname into name
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = format('public.%I', parent)::regclass and c.relname ~ '_[0-9]{6}$'
  order by c.relname limit 1;
  month := to_date(right(name, 6), 'YYYYMM');
  if month is null or month >= before then
    return null;
  end if;
  execute format('drop table public.%I', name);
  return month;
end $$;

revoke execute on function make_month(text, date), drop_month(text, timestamptz, int, int) from public;
