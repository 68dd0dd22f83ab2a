-- Months of `decision_past` that are over go to a bucket, as gzipped lines of JSON, and are dropped when what was written there
-- has been read back. What is where stands here, so that one visit is found without reading everything.

-- Objects in the bucket, in the order of appointment and version. What is tried again, because decisions came to a month
-- afterwards, has the next attempt.
create table decision_archive_part(
  month date not null,
  attempt int not null check (attempt >= 1),
  part int not null check (part >= 1),
  first_appointment_id uuid not null,
  last_appointment_id uuid not null,
  last_version int not null,
  row_count int not null check (row_count >= 1),
  key text not null,
  -- Of the object as it is stored.
  sha256 bytea not null,
  primary key (month, attempt, part)
);
create index decision_archive_part_by_appointment
  on decision_archive_part(month, attempt, last_appointment_id, part);
-- Months that are in the bucket whole, and when they were dropped here.
create table decision_archive(
  month date not null,
  attempt int not null check (attempt >= 1),
  row_count bigint not null,
  archived_at timestamptz not null,
  dropped_at timestamptz null,
  primary key (month, attempt)
);

-- Drops the oldest month as `drop_month` does, when it is recorded that the bucket has it. Raises where the bucket has not all
-- that is in it: what cannot be found again is not dropped. Null where no such month is over, or another process is at it.
create function drop_decision_past_month(at timestamptz, kept_months int) returns date
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  oldest date;
  partition regclass;
  found_rows bigint;
  dropped date;
begin
  -- Whoever makes or drops a month has this lock, to the end of the transaction.
  if not pg_try_advisory_xact_lock(hashtextextended('decision_past', 0)) then
    return null;
  end if;
  select to_date(right(c.relname, 6), 'YYYYMM'), c.oid::regclass into oldest, partition
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'public.decision_past'::regclass and c.relname ~ '_[0-9]{6}$'
  order by c.relname limit 1;
  if not exists (select from public.decision_archive a where a.month = oldest and a.dropped_at is null) then
    return null;
  end if;
  -- Who moves decisions there has committed, or waits until the month is gone and keeps them.
  execute format('lock table %s in share mode', partition);
  execute format('select count(*) from %s', partition) into found_rows;
  dropped := public.drop_month('decision_past', at, kept_months, 12);
  if dropped is null then
    return null;
  end if;
  if exists (
    select from public.decision d
    where d.decided_at >= dropped::timestamp at time zone 'UTC'
      and d.decided_at < (dropped + interval '1 month') at time zone 'UTC') then
    raise exception 'some of what was decided in % has not moved there', dropped
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  update public.decision_archive a
  set dropped_at = public.database_clock()
  where a.month = dropped and a.dropped_at is null and a.row_count = found_rows
    and a.attempt = (select max(attempt) from public.decision_archive where month = dropped)
    and a.row_count = (
      select coalesce(sum(p.row_count), 0) from public.decision_archive_part p
      where p.month = dropped and p.attempt = a.attempt)
    and not exists (
      select from public.decision_archive_part p where p.month = dropped and p.attempt > a.attempt);
  if not found then
    raise exception 'what was decided in % is not in the archive as it is here', dropped
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  return dropped;
end $$;

revoke execute on function drop_decision_past_month(timestamptz, int) from public;
grant execute on function drop_decision_past_month(timestamptz, int) to scheduler;
grant select on decision_past to scheduler;
grant insert, select on decision_archive, decision_archive_part to scheduler;
