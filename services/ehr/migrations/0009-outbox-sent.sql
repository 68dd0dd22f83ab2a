-- An event leaves `outbox` when it is published, so that the table stays as short as what is still to be told, and is
-- kept in `outbox_sent`, a partition for each day (UTC), for publishing again what a follower lost.
--
-- Rows that a process of the release before, or one that finds no partition for today, has published stay in `outbox`
-- with `published_at` until the service moves them.

-- The time by which rows are sent, kept and dropped, whatever the clocks of processes say. A function of its own so that a
-- proof of years can move program and database together: only the owner can replace it.
create function database_clock() returns timestamptz language sql stable parallel safe as 'select statement_timestamp()';

create table outbox_sent (
  id bigint not null,
  sent_at timestamptz not null default database_clock(),
  key uuid not null,
  version int not null,
  type text not null,
  payload jsonb not null,
  traceparent text null,
  created_at timestamptz not null,
  primary key (id, sent_at)
) partition by range (sent_at);
create index outbox_sent_by_key on outbox_sent (key, version);

-- Each row is inserted and deleted within a second, and never updated: there is nothing to leave room for in a page
-- (fillfactor), and vacuum comes after so many dead rows, whatever the size of the table, and does not pause.
alter table outbox set (
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000);

-- Every event that there is: for `verify` and for whoever looks for one.
create view event_view as
select id, key, version, type, payload, traceparent, created_at, published_at from outbox
union all
select id, key, version, type, payload, traceparent, created_at, sent_at from outbox_sent;

-- Makes the partition for the events sent on a day; false when it was there. The bounds keep a process whose clock is wrong
-- from making tables without end.
create function make_outbox_sent_day(day date) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  today constant date := (public.database_clock() at time zone 'UTC')::date;
  name constant text := 'outbox_sent_' || to_char(day, 'YYYYMMDD');
begin
  if day is null or day < today - 400 or day > today + 31 then
    raise exception 'a day of sent events is made from 400 days back to 31 days ahead, and not %', day
      using errcode = 'invalid_parameter_value';
  end if;
  if to_regclass('public.' || name) is not null then
    return false;
  end if;
  -- Two processes at once: the second finds it made. What the session remembers of names may be older than the lock.
  perform pg_advisory_xact_lock(hashtextextended('outbox_sent', 0));
  if exists (select from pg_class where relname = name and relnamespace = 'public'::regnamespace) then
    return false;
  end if;
  -- Attached, not created as a partition: that would lock out whoever publishes.
  execute format('create table public.%I (like public.outbox_sent including defaults including constraints)', name);
  execute format('alter table public.outbox_sent attach partition public.%I for values from (%L) to (%L)',
    name, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
  return true;
end $$;

-- Drops the oldest day when all of it was sent more than `kept_days` days before `at`, and before the database's own clock:
-- the earlier of the two counts, so that no single wrong clock drops anything. Null when there is no such day, or another
-- process is at it. 35 days are how far back the database can be restored.
create function drop_outbox_sent_day(at timestamptz, kept_days int) returns date
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  before date;
  name text;
  day date;
begin
  if at is null or kept_days is null or kept_days < 35 then
    raise exception 'sent events are kept for 35 days at least, and not for %', kept_days
      using errcode = 'invalid_parameter_value';
  end if;
  before := (least(at, public.database_clock()) at time zone 'UTC')::date - kept_days;
  if not pg_try_advisory_xact_lock(hashtextextended('outbox_sent', 0)) then
    return null;
  end if;
  select c.relname into name
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'public.outbox_sent'::regclass and c.relname ~ '^outbox_sent_[0-9]{8}$'
  order by c.relname limit 1;
  day := to_date(right(name, 8), 'YYYYMMDD');
  if day is null or day >= before then
    return null;
  end if;
  execute format('drop table public.%I', name);
  return day;
end $$;

revoke execute on function make_outbox_sent_day(date), drop_outbox_sent_day(timestamptz, int) from public;
grant execute on function make_outbox_sent_day(date), drop_outbox_sent_day(timestamptz, int) to ehr;
grant insert, select on outbox_sent to ehr;
