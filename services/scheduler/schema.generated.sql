-- Written from the migrations; change those and write it again.

create extension btree_gist;

CREATE OR REPLACE FUNCTION public.check_erasable(person uuid, at timestamp with time zone, kept_years integer)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  last timestamptz;
begin
  select max(c.at) into last from public.person_contact c where c.person_id = person;
  if last >= public.erasable_before(at, kept_years) then
    raise exception 'there was contact with this person in the last % years', kept_years
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  return last;
end $function$
;
CREATE OR REPLACE FUNCTION public.database_clock()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$select statement_timestamp()$function$
;
CREATE OR REPLACE FUNCTION public.drop_decision_past_month(at timestamp with time zone, kept_months integer)
 RETURNS date
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '1s'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.drop_month(parent text, at timestamp with time zone, kept_months integer, kept_at_least integer)
 RETURNS date
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '1s'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.drop_outbox_sent_day(at timestamp with time zone, kept_days integer)
 RETURNS date
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '1s'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.drop_slot_past_month(at timestamp with time zone, kept_months integer)
 RETURNS date
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$select public.drop_month('slot_past', at, kept_months, 12)$function$
;
CREATE OR REPLACE FUNCTION public.erasable_before(at timestamp with time zone, kept_years integer)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if at is null or kept_years is null or kept_years < 8 then
    raise exception 'a person is kept for 8 years at least after the last contact, and not for %', kept_years
      using errcode = 'invalid_parameter_value';
  end if;
  return least(at, public.database_clock()) - make_interval(years => kept_years);
end $function$
;
CREATE OR REPLACE FUNCTION public.erase_person(person uuid, at timestamp with time zone, kept_years integer, asked_by text, reason text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '3s'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.erased_at(person uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select max(e.done_at) from public.erasure e, public.erasure_key k
  where e.person_sha256 = sha256(k.key || uuid_send(person))
$function$
;
CREATE OR REPLACE FUNCTION public.finish_erasure(person uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update public.erasure e set done_at = least(at, public.database_clock()), person_id = null, subject_ids = null
  where e.person_id = person and e.done_at is null
$function$
;
CREATE OR REPLACE FUNCTION public.hold_of_slot()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform from public.slot s where s.id = new.slot_id for key share;
  if not found then
    raise exception 'there is no slot %', new.slot_id
      using errcode = 'foreign_key_violation', table = 'hold', constraint = 'hold_of_slot';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.is_open_to(urgency text, reserved_for text, release_at timestamp with time zone, at_time timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select release_at is null or release_at <= at_time or urgency = 'urgent' or urgency = reserved_for
$function$
;
CREATE OR REPLACE FUNCTION public.is_own_booking(visit reservation)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select visit.referral_id is null and not visit.details ? 'by_staff'
    and (visit.series_id is null or not exists (
      select from reservation f where f.series_id = visit.series_id and f.referral_id is not null))
$function$
;
CREATE OR REPLACE FUNCTION public.leave_is_disruption()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into disruption(id, kind, provider_id, created_at)
  values (new.id, 'leave', new.provider_id, date_trunc('milliseconds', new.created_at));
  return new;
end
$function$
;
CREATE OR REPLACE FUNCTION public.leave_visit_of_slots()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.from_slot := public.slot_as_listed(new.from_slot_id);
  new.to_slot := case when new.to_slot_id is not null then public.slot_as_listed(new.to_slot_id) end;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.make_decision_past_month(day date)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$select public.make_month('decision_past', day)$function$
;
CREATE OR REPLACE FUNCTION public.make_month(parent text, day date)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '1s'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.make_outbox_sent_day(day date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '1s'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.make_slot_past_month(day date)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$select public.make_month('slot_past', day)$function$
;
CREATE OR REPLACE FUNCTION public.move_decisions(at timestamp with time zone, kept_days integer, at_most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  -- `make_month` makes none before that.
  oldest constant timestamptz := date_trunc('month', public.database_clock()) - interval '119 months';
  before timestamptz;
  moved int;
begin
  if at is null or kept_days is null or kept_days < 35 then
    raise exception 'decisions are at hand for 35 days at least, and not for %', kept_days
      using errcode = 'invalid_parameter_value';
  end if;
  if at_most is null or at_most not between 1 and 10000 then
    raise exception 'between 1 and 10000 decisions are moved at once, and not %', at_most
      using errcode = 'invalid_parameter_value';
  end if;
  before := least(at, public.database_clock()) - make_interval(days => kept_days);
  with due as (
    select d.ctid as place, d.decided_at
    from public.decision d
    where d.decided_at >= oldest and d.decided_at < before
    order by d.decided_at, d.appointment_id, d.version
    limit at_most
    for update skip locked),
  gone as (
    delete from public.decision
    where ctid = any (array(
      select place from due
      where to_regclass('public.decision_past_' || to_char(decided_at at time zone 'UTC', 'YYYYMM')) is not null))
    returning *),
  operated as (
    insert into public.operation(patient_id, op_key, appointment_id, version, request_sha256, outcome)
    select coalesce(r.patient_id, e.patient_id), d.op_key, d.appointment_id, d.version, d.request_sha256,
      d.outcome -> 'reservation'
    from gone d
    left join public.reservation r on r.appointment_id = d.appointment_id
    left join public.waitlist_entry e on e.appointment_id = d.appointment_id
    where d.op_key is not null and coalesce(r.patient_id, e.patient_id) is not null
    on conflict do nothing),
  kept as (
    insert into public.decision_past(appointment_id, version, rule_version, inputs, outcome, decided_at)
    select appointment_id, version, rule_version, inputs, outcome, decided_at from gone)
  select count(*) into moved from gone;
  return moved;
end $function$
;
CREATE OR REPLACE FUNCTION public.move_past_slots(at timestamp with time zone, kept_days integer, kept_months integer, at_most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '1s'
AS $function$
declare
  before constant timestamptz := least(at, public.database_clock()) - make_interval(days => kept_days);
  kept_from timestamptz;
  going uuid[];
  month date;
  moved int;
begin
  if at is null or kept_days is null or kept_days < 35 or kept_months is null or kept_months < 12 or at_most is null then
    raise exception 'a slot stays for 35 days at least, then for 12 months, and not for % and %', kept_days, kept_months
      using errcode = 'invalid_parameter_value';
  end if;
  kept_from := (date_trunc('month', least(at, public.database_clock()) at time zone 'UTC')
    - make_interval(months => kept_months)) at time zone 'UTC';
  if not pg_try_advisory_xact_lock(hashtextextended('slot_past', 0)) then
    return null;
  end if;
  -- By the index of each provider, the earliest first: it has no other slots to pass over.
  going := array(
    select s.id
    from public.provider p
    cross join lateral (
      select o.id from public.slot o
      where o.provider_id = p.id and o.start_at < before and o.end_at < before and o.merged_into is null
        and o.state in ('booked', 'closed')
        and not exists (select from public.hold h where h.slot_id = o.id and h.state = 'open')
      order by o.start_at limit at_most
      for update skip locked) s
    limit at_most);
  going := going || array(select n.id from public.slot n where n.merged_into = any (going));
  for month in
    select distinct date_trunc('month', s.start_at at time zone 'UTC')::date from public.slot s
    where s.id = any (going) and s.start_at >= kept_from
  loop
    perform public.make_month('slot_past', month);
  end loop;
  with gone as (
    delete from public.slot s where s.id = any (going)
    returning s.id, s.session_id, s.local_start, s.seat, s.visit_id, s.provider_id, s.specialty_id, s.location_id,
      s.visit_type_id, s.start_at, s.end_at, s.blocks, s.reserved_for, s.release_at, s.is_retired, s.state, s.mode,
      s.merged_into, s.own_end_at),
  kept as (
    insert into public.slot_past (id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id,
      visit_type_id, start_at, end_at, blocks, reserved_for, release_at, is_retired, state, mode, merged_into, own_end_at)
    select id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id, start_at,
      end_at, blocks, reserved_for, release_at, is_retired, state, mode, merged_into, own_end_at
    from gone where start_at >= kept_from)
  select count(*) into moved from gone;
  return moved;
end $function$
;
CREATE OR REPLACE FUNCTION public.note_erased(person uuid, store text, counts jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update public.erasure e
  set step = store, removed = e.removed || coalesce((
    select jsonb_object_agg(store || '.' || c.key, coalesce((e.removed ->> (store || '.' || c.key))::int, 0) + c.value::int)
    from jsonb_each_text(counts) c where c.value::int > 0), '{}')
  where e.person_id = person and e.done_at is null
$function$
;
CREATE OR REPLACE FUNCTION public.open_erasure(person uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select e.subject_ids from public.erasure e where e.person_id = person and e.done_at is null
$function$
;
CREATE OR REPLACE FUNCTION public.proxy_state(link proxy, at_time timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case
    when link.ended_at is not null then 'ended'
    when link.confirm_by is not null and link.confirmed_at is null
      then case when link.confirm_by > at_time then 'unconfirmed' else 'lapsed' end
    when link.expires_at <= at_time then 'expired'
    else 'active'
  end
$function$
;
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and current_setting('healthbooker.erasing', true) = 'person' then
    return null;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $function$
;
CREATE OR REPLACE FUNCTION public.remove_ended_entries(at timestamp with time zone, kept_months integer, at_once integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  before constant timestamptz := least(at, public.database_clock()) - make_interval(months => kept_months);
  gone int;
begin
  if before is null or kept_months < 12 then
    raise exception 'waiting entries are kept for 12 months at least after their end, and not for %', kept_months
      using errcode = 'invalid_parameter_value';
  end if;
  with ended as (
    delete from public.waitlist_entry where appointment_id = any (array(
      select e.appointment_id from public.waitlist_entry e
      where e.changed_at < before and e.state not in ('waiting', 'offered')
        and not exists (select from public.hold h where h.entry_id = e.appointment_id)
      order by e.changed_at limit at_once for update of e skip locked))
    returning appointment_id)
  select count(*) into gone from ended;
  return gone;
end $function$
;
CREATE OR REPLACE FUNCTION public.reservation_of_slot()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  select s.provider_id, s.specialty_id, s.visit_type_id, s.location_id, s.mode, s.local_start
  into new.provider_id, new.specialty_id, new.visit_type_id, new.location_id, new.mode, new.local_start
  from public.slot s where s.id = new.slot_id
  for key share;
  if not found then
    raise exception 'there is no slot %', new.slot_id
      using errcode = 'foreign_key_violation', table = 'reservation', constraint = 'reservation_of_slot';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.slot_as_listed(which uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
declare
  listed jsonb;
begin
  select jsonb_build_object('id', s.id, 'provider_id', s.provider_id, 'specialty_id', s.specialty_id,
    'visit_type_id', s.visit_type_id, 'location_id', s.location_id, 'mode', s.mode, 'start_at', s.start_at, 'end_at', s.end_at)
  into listed
  from public.slot s where s.id = which
  for key share;
  if not found then
    raise exception 'there is no slot %', which
      using errcode = 'foreign_key_violation', table = 'leave_visit', constraint = 'leave_visit_of_slots';
  end if;
  return listed;
end $function$
;
CREATE OR REPLACE FUNCTION public.slot_in_use()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.end_at > public.database_clock() - interval '35 days'
    and exists (select from public.reservation r where r.slot_id = old.id and r.status <> 'cancelled')
    or exists (select from public.hold h where h.slot_id = old.id and h.state = 'open') then
    raise exception 'the slot % is somebody''s', old.id
      using errcode = 'foreign_key_violation', table = 'slot', constraint = 'slot_in_use';
  end if;
  return old;
end $function$
;
CREATE OR REPLACE FUNCTION public.suits_wishes(e waitlist_entry, s slot)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select s.visit_type_id = e.visit_type_id
    and (e.provider_id is null or s.provider_id = e.provider_id)
    and (e.location_id is null or s.location_id = e.location_id)
    and (e.mode is null or s.mode = e.mode)
    and (e.earliest_date is null or s.local_start >= e.earliest_date)
    and (e.latest_date is null or s.local_start < e.latest_date + 1)
    and (cardinality(e.days_of_week) = 0 or extract(isodow from s.local_start) = any (e.days_of_week))
    and (cardinality(e.times_of_day) = 0
      or case
        when extract(hour from s.local_start) < 12 then 'morning'
        when extract(hour from s.local_start) < 17 then 'afternoon'
        else 'evening'
      end = any (e.times_of_day))
$function$
;

create table access (
  id uuid default gen_random_uuid() not null,
  xid xid8 default pg_current_xact_id() not null,
  at timestamp with time zone not null,
  patient_id uuid not null,
  reader_id uuid not null,
  reader_name text not null,
  role text not null,
  action text not null,
  what text not null,
  why text not null,
  trace_id text not null
);

create table closure (
  id uuid not null,
  location_id text,
  dates daterange not null,
  note text not null
);

create table decision (
  appointment_id uuid not null,
  version integer not null,
  op_key text,
  request_sha256 bytea,
  rule_version integer not null,
  inputs jsonb not null,
  outcome jsonb not null,
  decided_at timestamp with time zone not null
);

create table decision_archive (
  month date not null,
  attempt integer not null,
  row_count bigint not null,
  archived_at timestamp with time zone not null,
  dropped_at timestamp with time zone
);

create table decision_archive_part (
  month date not null,
  attempt integer not null,
  part integer not null,
  first_appointment_id uuid not null,
  last_appointment_id uuid not null,
  last_version integer not null,
  row_count integer not null,
  key text not null,
  sha256 bytea not null
);

create table decision_past (
  appointment_id uuid not null,
  version integer not null,
  rule_version integer not null,
  inputs jsonb not null,
  outcome jsonb not null,
  decided_at timestamp with time zone not null
);

create table disruption (
  id uuid not null,
  kind text not null,
  provider_id uuid,
  location_id text,
  dates daterange,
  note text default ''::text not null,
  created_at timestamp with time zone not null,
  request_sha256 bytea,
  slots_added integer default 0 not null,
  slots_retired integer default 0 not null
);

create table erasure (
  person_sha256 bytea not null,
  begun_at timestamp with time zone not null,
  kept_years integer not null,
  asked_by text not null,
  reason text not null,
  step text not null,
  removed jsonb default '{}'::jsonb not null,
  done_at timestamp with time zone,
  person_id uuid,
  subject_ids uuid[]
);

create table erasure_key (
  is_only boolean default true not null,
  key bytea not null
);

create table hold (
  id uuid not null,
  slot_id uuid not null,
  patient_id uuid not null,
  entry_id uuid,
  urgency text not null,
  proposal jsonb,
  expires_at timestamp with time zone not null,
  state text not null,
  is_extended boolean default false not null,
  referral_id uuid,
  offered_at timestamp with time zone,
  needs text[] default '{}'::text[] not null,
  held_by uuid
);

create table horizon (
  visit_type_id text not null,
  opened_until timestamp with time zone not null
);

create table leave_visit (
  leave_id uuid not null,
  appointment_id uuid not null,
  from_slot_id uuid not null,
  to_slot_id uuid,
  state text not null,
  changed_at timestamp with time zone not null,
  unreached_at timestamp with time zone,
  called_at timestamp with time zone,
  from_slot jsonb not null,
  to_slot jsonb
);

create table location (
  id text not null,
  name text not null,
  address text not null,
  time_zone text not null,
  phone text not null,
  step_free_route text not null,
  region_id text not null,
  latitude double precision,
  longitude double precision
);

create table operation (
  patient_id uuid not null,
  op_key text not null,
  appointment_id uuid not null,
  version integer not null,
  request_sha256 bytea not null,
  outcome jsonb
);

create table operation_carried (
  is_only boolean default true not null,
  decided_at timestamp with time zone not null,
  appointment_id uuid not null,
  version integer not null
);

create table outbox (
  id bigint default nextval('outbox_id_seq'::regclass) not null,
  key text not null,
  version integer not null,
  type text not null,
  payload jsonb not null,
  traceparent text,
  created_at timestamp with time zone default now() not null,
  published_at timestamp with time zone
);

create table outbox_sent (
  id bigint not null,
  sent_at timestamp with time zone default database_clock() not null,
  key text not null,
  version integer not null,
  type text not null,
  payload jsonb not null,
  traceparent text,
  created_at timestamp with time zone not null
);

create table patient_reach (
  patient_id uuid not null,
  region_id text,
  needs_step_free boolean not null,
  profile_version integer not null,
  changed_at timestamp with time zone not null
);

create table policy (
  is_the_one boolean default true not null,
  proxy_child_until_age_years integer default 16 not null,
  proxy_confirm_within_hours integer default 24 not null,
  proxy_by_staff_for_days integer default 365 not null,
  open_visits_per_specialty integer default 5 not null,
  open_series_per_specialty integer default 2 not null,
  new_visits_per_day integer default 10 not null,
  moves_per_day integer default 10 not null,
  waiting_places integer default 6 not null,
  late_cancellation_hours integer default 24 not null,
  version integer default 1 not null
);

create table policy_change (
  version integer not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  differences jsonb not null
);

create table provider (
  id uuid not null,
  name text not null,
  title text not null,
  team_id text not null,
  is_active boolean default true not null
);

create table provider_delay (
  provider_id uuid not null,
  day date not null,
  delay_min integer not null,
  changed_at timestamp with time zone not null,
  version integer default 1 not null
);

create table provider_leave (
  id uuid not null,
  provider_id uuid not null,
  during tstzrange not null,
  note text not null,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  ended_at timestamp with time zone,
  request_sha256 bytea
);

create table provider_specialty (
  provider_id uuid not null,
  specialty_id text not null
);

create table proxy (
  id uuid not null,
  patient_id uuid not null,
  proxy_id uuid not null,
  granted_by uuid not null,
  since timestamp with time zone not null,
  ended_at timestamp with time zone,
  scope text default 'record'::text not null,
  evidence text default ''::text not null,
  reason text default ''::text not null,
  expires_at timestamp with time zone,
  confirm_by timestamp with time zone,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  ended_by uuid,
  disputed_at timestamp with time zone,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  version integer default 1 not null,
  changed_xid xid8 default pg_current_xact_id() not null
);

create table proxy_invitation (
  code_sha256 bytea not null,
  patient_id uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  scope text default 'record'::text not null
);

create table proxy_notice (
  secret_sha256 bytea not null,
  link_id uuid not null,
  made_at timestamp with time zone not null
);

create table referral (
  id uuid not null,
  patient_id uuid not null,
  kind text not null,
  specialty_id text not null,
  visit_type_id text,
  provider_id uuid,
  urgency text not null,
  earliest_date date,
  due_date date not null,
  ordered_by uuid not null,
  ordered_at timestamp with time zone not null,
  op_key text not null,
  withdrawn_at timestamp with time zone
);

create table region (
  id text not null,
  name text not null
);

create table reservation (
  appointment_id uuid not null,
  patient_id uuid not null,
  slot_id uuid not null,
  during tstzrange not null,
  version integer not null,
  status text not null,
  sequence integer not null,
  details jsonb not null,
  booked_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_xid xid8 default pg_current_xact_id() not null,
  series_id uuid,
  series_place integer,
  referral_id uuid,
  late_min integer default 0 not null,
  awaits_answer boolean default false not null,
  standing text,
  provider_id uuid not null,
  specialty_id text not null,
  visit_type_id text not null,
  location_id text not null,
  mode text not null,
  local_start timestamp without time zone not null
);

create table series (
  id uuid not null,
  patient_id uuid not null,
  every_weeks integer not null,
  created_at timestamp with time zone not null
);

create table session (
  id uuid not null,
  provider_id uuid not null,
  location_id text not null,
  visit_type_id text not null,
  weekday integer not null,
  starts time without time zone not null,
  ends time without time zone not null,
  seats integer default 1 not null,
  effective daterange not null,
  reserved_for text,
  reserved_share numeric(3,2) default 0 not null,
  release_before_min integer default 0 not null,
  materialised_until date,
  mode text default 'in-person'::text not null,
  version integer default 1 not null
);

create table slot (
  id uuid not null,
  session_id uuid not null,
  local_start timestamp without time zone not null,
  seat integer not null,
  visit_id uuid not null,
  provider_id uuid not null,
  specialty_id text not null,
  location_id text not null,
  visit_type_id text not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  during tstzrange generated always as (tstzrange(start_at, end_at)) stored not null,
  blocks tstzrange not null,
  reserved_for text,
  release_at timestamp with time zone,
  is_retired boolean default false not null,
  state text not null,
  mode text default 'in-person'::text not null,
  merged_into uuid,
  own_end_at timestamp with time zone
);

create table slot_past (
  id uuid not null,
  session_id uuid not null,
  local_start timestamp without time zone not null,
  seat integer not null,
  visit_id uuid not null,
  provider_id uuid not null,
  specialty_id text not null,
  location_id text not null,
  visit_type_id text not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  blocks tstzrange not null,
  reserved_for text,
  release_at timestamp with time zone,
  is_retired boolean not null,
  state text not null,
  mode text not null,
  merged_into uuid,
  own_end_at timestamp with time zone
);

create table specialty (
  id text not null,
  name text not null,
  plain_name text not null
);

create table team (
  id text not null,
  name text not null
);

create table visit_type (
  id text not null,
  specialty_id text not null,
  name text not null,
  preparation text not null,
  length_min integer not null,
  buffer_before_min integer default 0 not null,
  buffer_after_min integer default 0 not null,
  notice_min integer default 120 not null,
  horizon_days integer default 90 not null
);

create table waitlist_entry (
  appointment_id uuid not null,
  patient_id uuid not null,
  specialty_id text not null,
  visit_type_id text not null,
  provider_id uuid,
  location_id text,
  urgency text not null,
  enrolled_at timestamp with time zone not null,
  auto_accept boolean not null,
  misses integer default 0 not null,
  version integer not null,
  state text not null,
  days_of_week integer[] default '{}'::integer[] not null,
  times_of_day text[] default '{}'::text[] not null,
  mode text,
  is_longer boolean default false not null,
  referral_id uuid,
  details jsonb default '{}'::jsonb not null,
  changed_at timestamp with time zone default now() not null,
  contacted_at timestamp with time zone,
  earliest_date date,
  latest_date date,
  target_date date not null,
  tie_break text not null,
  change text not null,
  looked_at timestamp with time zone,
  changed_xid xid8 default pg_current_xact_id() not null,
  region_ids text[] default '{}'::text[] not null,
  retry_at timestamp with time zone default now()
);

alter table access add constraint access_action_check CHECK ((action = ANY (ARRAY['read'::text, 'write'::text, 'try'::text])));
alter table access add constraint access_check CHECK (((action = 'try'::text) = (why = 'none'::text)));
alter table access add constraint access_role_check CHECK ((role = ANY (ARRAY['Patients'::text, 'proxy'::text, 'Providers'::text, 'Receptionists'::text, 'Admins'::text, 'Managers'::text, 'Privacy'::text])));
alter table access add constraint access_what_check CHECK ((what = ANY (ARRAY['visit'::text, 'visit-reason'::text, 'waiting'::text, 'waiting-reason'::text, 'symptoms'::text, 'urgency'::text, 'referral'::text, 'decision'::text])));
alter table access add constraint access_why_check CHECK ((why = ANY (ARRAY['own-record'::text, 'proxy'::text, 'own-visit'::text, 'team'::text, 'specialty'::text, 'care-relationship'::text, 'office'::text, 'none'::text])));
alter table access add constraint access_pkey PRIMARY KEY (id);
alter table closure add constraint closure_dates_check CHECK (((NOT isempty(dates)) AND (NOT lower_inf(dates)) AND (NOT upper_inf(dates))));
alter table closure add constraint closure_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id);
alter table closure add constraint closure_pkey PRIMARY KEY (id);
alter table decision add constraint decision_version_check CHECK ((version >= 1));
alter table decision add constraint decision_pkey PRIMARY KEY (appointment_id, version);
alter table decision add constraint decision_appointment_id_op_key_key UNIQUE (appointment_id, op_key);
alter table decision_archive add constraint decision_archive_attempt_check CHECK ((attempt >= 1));
alter table decision_archive add constraint decision_archive_pkey PRIMARY KEY (month, attempt);
alter table decision_archive_part add constraint decision_archive_part_attempt_check CHECK ((attempt >= 1));
alter table decision_archive_part add constraint decision_archive_part_part_check CHECK ((part >= 1));
alter table decision_archive_part add constraint decision_archive_part_row_count_check CHECK ((row_count >= 0));
alter table decision_archive_part add constraint decision_archive_part_pkey PRIMARY KEY (month, attempt, part);
alter table decision_past add constraint decision_past_pkey PRIMARY KEY (appointment_id, version, decided_at);
alter table disruption add constraint disruption_check CHECK (((kind = 'leave'::text) = (dates IS NULL)));
alter table disruption add constraint disruption_dates_check CHECK (((NOT isempty(dates)) AND (NOT lower_inf(dates))));
alter table disruption add constraint disruption_kind_check CHECK ((kind = ANY (ARRAY['leave'::text, 'closure'::text, 'session-ended'::text, 'session-changed'::text, 'rules'::text])));
alter table disruption add constraint disruption_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id);
alter table disruption add constraint disruption_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id);
alter table disruption add constraint disruption_pkey PRIMARY KEY (id);
alter table erasure add constraint erasure_asked_by_check CHECK (((length(asked_by) >= 1) AND (length(asked_by) <= 200)));
alter table erasure add constraint erasure_check CHECK ((((done_at IS NULL) = (person_id IS NOT NULL)) AND ((done_at IS NULL) = (subject_ids IS NOT NULL))));
alter table erasure add constraint erasure_kept_years_check CHECK ((kept_years >= 8));
alter table erasure add constraint erasure_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)));
alter table erasure add constraint erasure_step_check CHECK ((step = ANY (ARRAY['begun'::text, 'scheduler'::text, 'table'::text, 'notification'::text, 'ehr'::text, 'archive'::text])));
alter table erasure add constraint erasure_pkey PRIMARY KEY (person_sha256, begun_at);
alter table erasure_key add constraint erasure_key_is_only_check CHECK (is_only);
alter table erasure_key add constraint erasure_key_key_check CHECK ((octet_length(key) = 32));
alter table erasure_key add constraint erasure_key_pkey PRIMARY KEY (is_only);
alter table hold add constraint hold_needs_check CHECK ((needs <@ ARRAY['longer-visit'::text, 'interpreter'::text]));
alter table hold add constraint hold_state_check CHECK ((state = ANY (ARRAY['open'::text, 'used'::text, 'declined'::text, 'expired'::text])));
alter table hold add constraint hold_urgency_check CHECK ((urgency = ANY (ARRAY['routine'::text, 'soon'::text, 'urgent'::text])));
alter table hold add constraint hold_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES waitlist_entry(appointment_id);
alter table hold add constraint hold_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id);
alter table hold add constraint hold_pkey PRIMARY KEY (id);
alter table hold add constraint hold_entry_id_slot_id_key UNIQUE (entry_id, slot_id);
alter table horizon add constraint horizon_visit_type_id_fkey FOREIGN KEY (visit_type_id) REFERENCES visit_type(id);
alter table horizon add constraint horizon_pkey PRIMARY KEY (visit_type_id);
alter table leave_visit add constraint leave_visit_check CHECK (((state <> ALL (ARRAY['proposed'::text, 'kept'::text])) OR (to_slot_id IS NOT NULL)));
alter table leave_visit add constraint leave_visit_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'kept'::text, 'refused'::text, 'unplaced'::text, 'settled'::text])));
alter table leave_visit add constraint leave_visit_to_slot CHECK (((to_slot_id IS NULL) = (to_slot IS NULL)));
alter table leave_visit add constraint leave_visit_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES reservation(appointment_id);
alter table leave_visit add constraint leave_visit_leave_id_fkey FOREIGN KEY (leave_id) REFERENCES disruption(id);
alter table leave_visit add constraint leave_visit_pkey PRIMARY KEY (leave_id, appointment_id);
alter table location add constraint location_check CHECK (((latitude IS NULL) = (longitude IS NULL)));
alter table location add constraint location_id_check CHECK ((id ~ '^[a-z0-9-]{1,64}$'::text));
alter table location add constraint location_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)));
alter table location add constraint location_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)));
alter table location add constraint location_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id);
alter table location add constraint location_pkey PRIMARY KEY (id);
alter table operation add constraint operation_version_check CHECK ((version >= 1));
alter table operation add constraint operation_pkey PRIMARY KEY (patient_id, op_key, appointment_id);
alter table operation_carried add constraint operation_carried_is_only_check CHECK (is_only);
alter table operation_carried add constraint operation_carried_pkey PRIMARY KEY (is_only);
alter table outbox add constraint outbox_pkey PRIMARY KEY (id);
alter table outbox add constraint outbox_key_version_key UNIQUE (key, version);
alter table outbox_sent add constraint outbox_sent_pkey PRIMARY KEY (id, sent_at);
alter table patient_reach add constraint patient_reach_profile_version_check CHECK ((profile_version >= 1));
alter table patient_reach add constraint patient_reach_region_id_fkey FOREIGN KEY (region_id) REFERENCES region(id);
alter table patient_reach add constraint patient_reach_pkey PRIMARY KEY (patient_id);
alter table policy add constraint policy_is_the_one_check CHECK (is_the_one);
alter table policy add constraint policy_late_cancellation_hours_check CHECK (((late_cancellation_hours >= 0) AND (late_cancellation_hours <= 336)));
alter table policy add constraint policy_moves_per_day_check CHECK (((moves_per_day >= 1) AND (moves_per_day <= 100000)));
alter table policy add constraint policy_new_visits_per_day_check CHECK (((new_visits_per_day >= 1) AND (new_visits_per_day <= 100000)));
alter table policy add constraint policy_open_series_per_specialty_check CHECK (((open_series_per_specialty >= 0) AND (open_series_per_specialty <= 100000)));
alter table policy add constraint policy_open_visits_per_specialty_check CHECK (((open_visits_per_specialty >= 1) AND (open_visits_per_specialty <= 100000)));
alter table policy add constraint policy_proxy_by_staff_for_days_check CHECK (((proxy_by_staff_for_days >= 1) AND (proxy_by_staff_for_days <= 3660)));
alter table policy add constraint policy_proxy_child_until_age_years_check CHECK (((proxy_child_until_age_years >= 10) AND (proxy_child_until_age_years <= 21)));
alter table policy add constraint policy_proxy_confirm_within_hours_check CHECK (((proxy_confirm_within_hours >= 1) AND (proxy_confirm_within_hours <= 168)));
alter table policy add constraint policy_waiting_places_check CHECK (((waiting_places >= 0) AND (waiting_places <= 1000)));
alter table policy add constraint policy_pkey PRIMARY KEY (is_the_one);
alter table policy_change add constraint policy_change_pkey PRIMARY KEY (version);
alter table provider add constraint provider_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id);
alter table provider add constraint provider_pkey PRIMARY KEY (id);
alter table provider_delay add constraint provider_delay_delay_min_check CHECK (((delay_min >= 0) AND (delay_min <= 480)));
alter table provider_delay add constraint provider_delay_version_check CHECK ((version >= 1));
alter table provider_delay add constraint provider_delay_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id);
alter table provider_delay add constraint provider_delay_pkey PRIMARY KEY (provider_id, day);
alter table provider_leave add constraint provider_leave_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during))));
alter table provider_leave add constraint provider_leave_version_check CHECK ((version >= 1));
alter table provider_leave add constraint provider_leave_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id);
alter table provider_leave add constraint provider_leave_pkey PRIMARY KEY (id);
alter table provider_specialty add constraint provider_specialty_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id);
alter table provider_specialty add constraint provider_specialty_specialty_id_fkey FOREIGN KEY (specialty_id) REFERENCES specialty(id);
alter table provider_specialty add constraint provider_specialty_pkey PRIMARY KEY (provider_id, specialty_id);
alter table proxy add constraint proxy_check CHECK ((proxy_id <> patient_id));
alter table proxy add constraint proxy_check1 CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL)));
alter table proxy add constraint proxy_check2 CHECK (((reviewed_by IS NULL) = (reviewed_at IS NULL)));
alter table proxy add constraint proxy_confirmed_by_another CHECK ((((confirmed_by <> granted_by) AND (confirmed_by <> patient_id)) AND (confirmed_by <> proxy_id)));
alter table proxy add constraint proxy_not_to_oneself CHECK (((granted_by <> proxy_id) OR (ended_at IS NOT NULL)));
alter table proxy add constraint proxy_reviewed_by_another CHECK (((((reviewed_by <> granted_by) AND (reviewed_by <> patient_id)) AND (reviewed_by <> proxy_id)) AND (reviewed_by <> COALESCE(confirmed_by, granted_by))));
alter table proxy add constraint proxy_scope_check CHECK ((scope = ANY (ARRAY['bookings'::text, 'record'::text])));
alter table proxy add constraint proxy_pkey PRIMARY KEY (id);
alter table proxy_invitation add constraint proxy_invitation_scope_check CHECK ((scope = ANY (ARRAY['bookings'::text, 'record'::text])));
alter table proxy_invitation add constraint proxy_invitation_pkey PRIMARY KEY (code_sha256);
alter table proxy_notice add constraint proxy_notice_link_id_fkey FOREIGN KEY (link_id) REFERENCES proxy(id);
alter table proxy_notice add constraint proxy_notice_pkey PRIMARY KEY (secret_sha256);
alter table referral add constraint referral_check CHECK (((earliest_date IS NULL) OR (earliest_date <= due_date)));
alter table referral add constraint referral_kind_check CHECK ((kind = ANY (ARRAY['referral'::text, 'follow-up'::text])));
alter table referral add constraint referral_urgency_check CHECK ((urgency = ANY (ARRAY['routine'::text, 'soon'::text, 'urgent'::text])));
alter table referral add constraint referral_ordered_by_fkey FOREIGN KEY (ordered_by) REFERENCES provider(id);
alter table referral add constraint referral_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id);
alter table referral add constraint referral_specialty_id_fkey FOREIGN KEY (specialty_id) REFERENCES specialty(id);
alter table referral add constraint referral_visit_type_id_fkey FOREIGN KEY (visit_type_id) REFERENCES visit_type(id);
alter table referral add constraint referral_pkey PRIMARY KEY (id);
alter table referral add constraint referral_ordered_by_op_key_key UNIQUE (ordered_by, op_key);
alter table region add constraint region_id_check CHECK ((id ~ '^[a-z0-9-]{1,64}$'::text));
alter table region add constraint region_pkey PRIMARY KEY (id);
alter table reservation add constraint reservation_late_min_check CHECK (((late_min >= 0) AND (late_min <= 120)));
alter table reservation add constraint reservation_series_place CHECK (((series_id IS NULL) = (series_place IS NULL)));
alter table reservation add constraint reservation_standing_check CHECK ((standing = ANY (ARRAY['unplaced'::text, 'restored'::text])));
alter table reservation add constraint reservation_status_check CHECK ((status = ANY (ARRAY['booked'::text, 'arrived'::text, 'checked-in'::text, 'fulfilled'::text, 'noshow'::text, 'cancelled'::text])));
alter table reservation add constraint reservation_version_check CHECK ((version >= 1));
alter table reservation add constraint reservation_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id);
alter table reservation add constraint reservation_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id);
alter table reservation add constraint reservation_pkey PRIMARY KEY (appointment_id);
alter table reservation add constraint reservation_patient_in_one_place EXCLUDE USING gist (patient_id WITH =, during WITH &&) WHERE ((status <> 'cancelled'::text));
alter table series add constraint series_every_weeks_check CHECK (((every_weeks >= 1) AND (every_weeks <= 12)));
alter table series add constraint series_pkey PRIMARY KEY (id);
alter table session add constraint session_check1 CHECK (((reserved_share > (0)::numeric) = (reserved_for IS NOT NULL)));
alter table session add constraint session_effective_check CHECK ((NOT lower_inf(effective)));
alter table session add constraint session_mode_check CHECK ((mode = ANY (ARRAY['in-person'::text, 'video'::text, 'phone'::text])));
alter table session add constraint session_release_before_min_check CHECK ((release_before_min >= 0));
alter table session add constraint session_reserved_for_check CHECK ((reserved_for = ANY (ARRAY['soon'::text, 'urgent'::text])));
alter table session add constraint session_reserved_share_check CHECK (((reserved_share >= (0)::numeric) AND (reserved_share <= (1)::numeric)));
alter table session add constraint session_seats_check CHECK (((seats >= 1) AND (seats <= 50)));
alter table session add constraint session_version_check CHECK ((version >= 1));
alter table session add constraint session_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)));
alter table session add constraint session_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id);
alter table session add constraint session_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id);
alter table session add constraint session_visit_type_id_fkey FOREIGN KEY (visit_type_id) REFERENCES visit_type(id);
alter table session add constraint session_pkey PRIMARY KEY (id);
alter table slot add constraint slot_check CHECK ((end_at > start_at));
alter table slot add constraint slot_check1 CHECK ((blocks @> tstzrange(start_at, end_at)));
alter table slot add constraint slot_check2 CHECK (((reserved_for IS NULL) = (release_at IS NULL)));
alter table slot add constraint slot_merged_is_closed CHECK (((merged_into IS NULL) OR (state = 'closed'::text)));
alter table slot add constraint slot_mode_check CHECK ((mode = ANY (ARRAY['in-person'::text, 'video'::text, 'phone'::text])));
alter table slot add constraint slot_reserved_for_check CHECK ((reserved_for = ANY (ARRAY['soon'::text, 'urgent'::text])));
alter table slot add constraint slot_seat_check CHECK ((seat >= 1));
alter table slot add constraint slot_state_check CHECK ((state = ANY (ARRAY['settling'::text, 'free'::text, 'held'::text, 'booked'::text, 'closed'::text])));
alter table slot add constraint slot_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES slot(id);
alter table slot add constraint slot_session_id_fkey FOREIGN KEY (session_id) REFERENCES session(id);
alter table slot add constraint slot_pkey PRIMARY KEY (id);
alter table slot add constraint slot_session_id_local_start_seat_key UNIQUE (session_id, local_start, seat);
alter table slot add constraint slot_provider_in_one_place EXCLUDE USING gist (provider_id WITH =, visit_id WITH <>, blocks WITH &&) WHERE ((state = ANY (ARRAY['held'::text, 'booked'::text])));
alter table slot_past add constraint slot_past_pkey PRIMARY KEY (id, start_at);
alter table specialty add constraint specialty_id_check CHECK ((id ~ '^[a-z0-9-]{1,64}$'::text));
alter table specialty add constraint specialty_pkey PRIMARY KEY (id);
alter table team add constraint team_id_check CHECK ((id ~ '^[a-z0-9-]{1,64}$'::text));
alter table team add constraint team_pkey PRIMARY KEY (id);
alter table visit_type add constraint visit_type_buffer_after_min_check CHECK (((buffer_after_min >= 0) AND (buffer_after_min <= 120)));
alter table visit_type add constraint visit_type_buffer_before_min_check CHECK (((buffer_before_min >= 0) AND (buffer_before_min <= 120)));
alter table visit_type add constraint visit_type_horizon_days_check CHECK (((horizon_days >= 1) AND (horizon_days <= 365)));
alter table visit_type add constraint visit_type_id_check CHECK ((id ~ '^[a-z0-9-]{1,64}$'::text));
alter table visit_type add constraint visit_type_length_min_check CHECK (((length_min >= 5) AND (length_min <= 480)));
alter table visit_type add constraint visit_type_notice_min_check CHECK ((notice_min >= 0));
alter table visit_type add constraint visit_type_specialty_id_fkey FOREIGN KEY (specialty_id) REFERENCES specialty(id);
alter table visit_type add constraint visit_type_pkey PRIMARY KEY (id);
alter table waitlist_entry add constraint waitlist_entry_mode_check CHECK ((mode = ANY (ARRAY['in-person'::text, 'video'::text, 'phone'::text])));
alter table waitlist_entry add constraint waitlist_entry_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'offered'::text, 'booked'::text, 'withdrawn'::text, 'lapsed'::text])));
alter table waitlist_entry add constraint waitlist_entry_urgency_check CHECK ((urgency = ANY (ARRAY['routine'::text, 'soon'::text, 'urgent'::text])));
alter table waitlist_entry add constraint waitlist_entry_version_check CHECK ((version >= 1));
alter table waitlist_entry add constraint waitlist_entry_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id);
alter table waitlist_entry add constraint waitlist_entry_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id);
alter table waitlist_entry add constraint waitlist_entry_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id);
alter table waitlist_entry add constraint waitlist_entry_specialty_id_fkey FOREIGN KEY (specialty_id) REFERENCES specialty(id);
alter table waitlist_entry add constraint waitlist_entry_visit_type_id_fkey FOREIGN KEY (visit_type_id) REFERENCES visit_type(id);
alter table waitlist_entry add constraint waitlist_entry_pkey PRIMARY KEY (appointment_id);

CREATE INDEX access_by_time ON public.access USING btree (at);
CREATE INDEX access_in_order ON public.access USING btree (xid, id);
CREATE INDEX access_tries ON public.access USING btree (reader_id, at) WHERE (action = 'try'::text);
CREATE UNIQUE INDEX access_try_once ON public.access USING btree (reader_id, patient_id, what, date_trunc('minute'::text, (at AT TIME ZONE 'UTC'::text))) WHERE (action = 'try'::text);
CREATE INDEX decision_by_time ON public.decision USING btree (decided_at, appointment_id, version);
CREATE INDEX decision_archive_part_by_appointment ON public.decision_archive_part USING btree (month, attempt, last_appointment_id, part);
CREATE INDEX decision_past_by_time ON ONLY public.decision_past USING btree (decided_at, appointment_id, version);
CREATE INDEX disruption_newest ON public.disruption USING btree (created_at DESC, id DESC);
CREATE UNIQUE INDEX erasure_open ON public.erasure USING btree (person_sha256) WHERE (done_at IS NULL);
CREATE INDEX hold_by_expiry ON public.hold USING btree (expires_at) WHERE (state = 'open'::text);
CREATE INDEX hold_ended ON public.hold USING btree (expires_at) WHERE ((state <> 'open'::text) AND (entry_id IS NULL));
CREATE INDEX hold_offers_by_patient ON public.hold USING btree (patient_id) WHERE ((state = 'open'::text) AND (entry_id IS NOT NULL));
CREATE UNIQUE INDEX hold_one_per_entry ON public.hold USING btree (entry_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX hold_one_per_patient ON public.hold USING btree (patient_id) WHERE ((state = 'open'::text) AND (entry_id IS NULL));
CREATE UNIQUE INDEX hold_one_per_slot ON public.hold USING btree (slot_id) WHERE (state = 'open'::text);
CREATE INDEX offer_ended ON public.hold USING btree (expires_at) WHERE ((state <> 'open'::text) AND (entry_id IS NOT NULL));
CREATE INDEX leave_visit_by_appointment ON public.leave_visit USING btree (appointment_id);
CREATE INDEX leave_visit_open ON public.leave_visit USING btree (state) WHERE (state = ANY (ARRAY['proposed'::text, 'unplaced'::text, 'refused'::text]));
CREATE INDEX leave_visit_unreached ON public.leave_visit USING btree (unreached_at) WHERE (called_at IS NULL);
CREATE INDEX outbox_unpublished ON public.outbox USING btree (id) WHERE (published_at IS NULL);
CREATE INDEX outbox_sent_by_key ON ONLY public.outbox_sent USING btree (key, version);
CREATE INDEX provider_by_team ON public.provider USING btree (team_id);
CREATE INDEX provider_delay_by_day ON public.provider_delay USING btree (day);
CREATE INDEX provider_leave_by_provider ON public.provider_leave USING btree (provider_id);
CREATE INDEX proxy_by_patient ON public.proxy USING btree (patient_id);
CREATE INDEX proxy_by_proxy ON public.proxy USING btree (proxy_id) WHERE (ended_at IS NULL);
CREATE INDEX proxy_changed ON public.proxy USING btree (changed_xid, id);
CREATE UNIQUE INDEX proxy_once ON public.proxy USING btree (patient_id, proxy_id, scope) WHERE (ended_at IS NULL);
CREATE INDEX proxy_to_review ON public.proxy USING btree (((disputed_at IS NULL)), since, id) WHERE (reviewed_at IS NULL);
CREATE INDEX proxy_unconfirmed ON public.proxy USING btree (confirm_by) WHERE ((ended_at IS NULL) AND (confirmed_at IS NULL));
CREATE INDEX proxy_invitation_by_patient ON public.proxy_invitation USING btree (patient_id);
CREATE INDEX proxy_notice_by_link ON public.proxy_notice USING btree (link_id);
CREATE INDEX referral_by_patient ON public.referral USING btree (patient_id);
CREATE INDEX reservation_by_change ON public.reservation USING btree (changed_xid, appointment_id);
CREATE INDEX reservation_by_patient_and_time ON public.reservation USING btree (patient_id, booked_at);
CREATE INDEX reservation_by_provider ON public.reservation USING btree (provider_id, lower(during)) WHERE ((status <> 'cancelled'::text) AND (provider_id IS NOT NULL));
CREATE INDEX reservation_by_time ON public.reservation USING btree (changed_at);
CREATE UNIQUE INDEX reservation_one_per_referral ON public.reservation USING btree (referral_id) WHERE (status <> 'cancelled'::text);
CREATE UNIQUE INDEX reservation_one_per_slot ON public.reservation USING btree (slot_id) WHERE (status <> 'cancelled'::text);
CREATE UNIQUE INDEX reservation_series ON public.reservation USING btree (series_id, series_place) WHERE (series_id IS NOT NULL);
CREATE INDEX session_by_location ON public.session USING btree (location_id);
CREATE INDEX session_by_provider ON public.session USING btree (provider_id);
CREATE INDEX slot_by_provider ON public.slot USING btree (provider_id, start_at);
CREATE INDEX slot_free ON public.slot USING btree (specialty_id, start_at, visit_id, seat) INCLUDE (id, visit_type_id, provider_id, location_id, end_at, reserved_for, release_at) WHERE (state = 'free'::text);
CREATE INDEX slot_free_of_kind ON public.slot USING btree (visit_type_id, start_at, visit_id, seat) INCLUDE (id, provider_id, location_id, mode, end_at, reserved_for, release_at) WHERE (state = 'free'::text);
CREATE INDEX slot_merged ON public.slot USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX slot_release ON public.slot USING btree (release_at) WHERE ((state = 'free'::text) AND (release_at IS NOT NULL));
CREATE INDEX slot_retired_and_booked ON public.slot USING btree (start_at, id) WHERE (is_retired AND (state = 'booked'::text));
CREATE INDEX slot_settling ON public.slot USING btree (specialty_id) WHERE (state = 'settling'::text);
CREATE INDEX slot_past_by_provider ON ONLY public.slot_past USING btree (provider_id, start_at);
CREATE INDEX waitlist_entry_by_change ON public.waitlist_entry USING btree (changed_xid, appointment_id);
CREATE INDEX waitlist_entry_by_patient ON public.waitlist_entry USING btree (patient_id);
CREATE INDEX waitlist_entry_by_time ON public.waitlist_entry USING btree (changed_at);
CREATE UNIQUE INDEX waitlist_entry_one_per_specialty ON public.waitlist_entry USING btree (patient_id, specialty_id) WHERE (state = ANY (ARRAY['waiting'::text, 'offered'::text]));
CREATE INDEX waitlist_entry_open ON public.waitlist_entry USING btree (specialty_id, urgency, enrolled_at, tie_break COLLATE "C", appointment_id) WHERE (state = ANY (ARRAY['waiting'::text, 'offered'::text]));
CREATE INDEX waitlist_entry_retry_at ON public.waitlist_entry USING btree (retry_at) WHERE ((state = 'waiting'::text) AND (retry_at IS NOT NULL));
CREATE INDEX waitlist_entry_to_look ON public.waitlist_entry USING btree (looked_at NULLS FIRST) WHERE (state = 'waiting'::text);
CREATE INDEX waitlist_entry_waiting ON public.waitlist_entry USING btree (specialty_id, urgency, enrolled_at, tie_break COLLATE "C", appointment_id) WHERE (state = 'waiting'::text);
CREATE INDEX waitlist_entry_waiting_for ON public.waitlist_entry USING btree (visit_type_id, urgency, enrolled_at, tie_break COLLATE "C", appointment_id) WHERE (state = 'waiting'::text);

create view decision_view as
 SELECT decision.appointment_id,
    decision.version,
    decision.rule_version,
    decision.inputs,
    decision.outcome,
    decision.decided_at
   FROM decision
UNION ALL
 SELECT decision_past.appointment_id,
    decision_past.version,
    decision_past.rule_version,
    decision_past.inputs,
    decision_past.outcome,
    decision_past.decided_at
   FROM decision_past;
create view event_view as
 SELECT outbox.id,
    outbox.key,
    outbox.version,
    outbox.type,
    outbox.payload,
    outbox.traceparent,
    outbox.created_at,
    outbox.published_at
   FROM outbox
UNION ALL
 SELECT outbox_sent.id,
    outbox_sent.key,
    outbox_sent.version,
    outbox_sent.type,
    outbox_sent.payload,
    outbox_sent.traceparent,
    outbox_sent.created_at,
    outbox_sent.sent_at AS published_at
   FROM outbox_sent;
create view leave_visit_view as
 SELECT lv.leave_id,
    lv.appointment_id,
    lv.from_slot_id,
    lv.to_slot_id,
    lv.changed_at,
        CASE
            WHEN ((lv.state = 'proposed'::text) AND (NOT r.awaits_answer)) THEN 'settled'::text
            WHEN ((lv.state = 'unplaced'::text) AND ((r.slot_id <> lv.from_slot_id) OR (r.status <> 'booked'::text))) THEN 'settled'::text
            ELSE lv.state
        END AS state,
    r.version,
    r.patient_id,
    r.status,
    r.booked_at,
    (r.details ->> 'urgency'::text) AS urgency,
    r.referral_id,
    f.due_date,
    ((lv.unreached_at IS NOT NULL) AND (lv.called_at IS NULL)) AS is_unreached,
    lv.from_slot,
    lv.to_slot
   FROM ((leave_visit lv
     JOIN reservation r ON ((r.appointment_id = lv.appointment_id)))
     LEFT JOIN referral f ON ((f.id = r.referral_id)));
create view person_contact as
 SELECT reservation.patient_id AS person_id,
    GREATEST(upper(reservation.during), reservation.changed_at) AS at
   FROM reservation
UNION ALL
 SELECT waitlist_entry.patient_id AS person_id,
        CASE
            WHEN (waitlist_entry.state = ANY (ARRAY['waiting'::text, 'offered'::text])) THEN 'infinity'::timestamp with time zone
            ELSE waitlist_entry.changed_at
        END AS at
   FROM waitlist_entry
UNION ALL
 SELECT hold.patient_id AS person_id,
        CASE
            WHEN (hold.state = 'open'::text) THEN 'infinity'::timestamp with time zone
            ELSE hold.expires_at
        END AS at
   FROM hold
UNION ALL
 SELECT referral.patient_id AS person_id,
    GREATEST(referral.ordered_at, ((referral.due_date)::timestamp without time zone AT TIME ZONE 'UTC'::text)) AS at
   FROM referral
UNION ALL
 SELECT series.patient_id AS person_id,
    series.created_at AS at
   FROM series
UNION ALL
 SELECT whose.person_id,
    GREATEST(p.since, p.confirmed_at, p.disputed_at, p.reviewed_at, COALESCE(LEAST(p.ended_at, p.expires_at,
        CASE
            WHEN (p.confirmed_at IS NULL) THEN p.confirm_by
            ELSE NULL::timestamp with time zone
        END), 'infinity'::timestamp with time zone)) AS at
   FROM (proxy p
     CROSS JOIN LATERAL ( VALUES (p.patient_id), (p.proxy_id)) whose(person_id))
UNION ALL
 SELECT proxy_invitation.patient_id AS person_id,
    proxy_invitation.expires_at AS at
   FROM proxy_invitation
UNION ALL
 SELECT patient_reach.patient_id AS person_id,
    patient_reach.changed_at AS at
   FROM patient_reach
UNION ALL
 SELECT access.patient_id AS person_id,
        CASE
            WHEN ((access.action = 'write'::text) OR ((access.action = 'read'::text) AND (access.role = ANY (ARRAY['Patients'::text, 'proxy'::text])))) THEN access.at
            ELSE '-infinity'::timestamp with time zone
        END AS at
   FROM access
UNION ALL
 SELECT operation.patient_id AS person_id,
    '-infinity'::timestamp with time zone AS at
   FROM operation
UNION ALL
 SELECT provider.id AS person_id,
    'infinity'::timestamp with time zone AS at
   FROM provider;
create view referral_view as
 SELECT f.id,
    f.patient_id,
    f.kind,
    f.specialty_id,
    s.name AS specialty_name,
    f.visit_type_id,
    COALESCE(v.name, ''::text) AS visit_type_name,
    f.provider_id,
    COALESCE(p.name, ''::text) AS provider_name,
    f.urgency,
    f.earliest_date,
    f.due_date,
    f.ordered_by,
    o.name AS ordered_by_name,
    o.team_id,
    f.ordered_at,
    f.op_key,
        CASE
            WHEN (f.withdrawn_at IS NOT NULL) THEN 'withdrawn'::text
            WHEN (r.appointment_id IS NOT NULL) THEN 'booked'::text
            ELSE 'open'::text
        END AS state,
    r.appointment_id
   FROM (((((referral f
     JOIN specialty s ON ((s.id = f.specialty_id)))
     LEFT JOIN visit_type v ON ((v.id = f.visit_type_id)))
     LEFT JOIN provider p ON ((p.id = f.provider_id)))
     JOIN provider o ON ((o.id = f.ordered_by)))
     LEFT JOIN reservation r ON (((r.referral_id = f.id) AND (r.status <> 'cancelled'::text))));
create view reservation_view as
 SELECT r.appointment_id,
    r.version,
    r.patient_id,
    r.status,
    r.sequence,
    (r.details ->> 'reason'::text) AS reason,
    (r.details ->> 'urgency'::text) AS urgency,
    r.booked_at,
    r.changed_at,
    r.changed_xid,
    r.slot_id,
    r.provider_id,
    p.name AS provider_name,
    p.team_id,
    r.specialty_id,
    sp.name AS specialty_name,
    r.visit_type_id,
    v.name AS visit_type_name,
    r.location_id,
    l.name AS location_name,
    l.time_zone,
    lower(r.during) AS start_at,
    upper(r.during) AS end_at,
    r.mode,
    r.series_id,
    r.series_place,
    r.referral_id,
    r.late_min,
    r.awaits_answer,
    COALESCE((r.details -> 'needs'::text), '[]'::jsonb) AS needs,
    COALESCE(d.delay_min, 0) AS provider_delay_min,
    l.region_id,
    r.standing
   FROM (((((reservation r
     JOIN provider p ON ((p.id = r.provider_id)))
     JOIN specialty sp ON ((sp.id = r.specialty_id)))
     JOIN visit_type v ON ((v.id = r.visit_type_id)))
     JOIN location l ON ((l.id = r.location_id)))
     LEFT JOIN provider_delay d ON (((d.provider_id = r.provider_id) AND (d.day = (r.local_start)::date))));
create view slot_of_any_time as
 SELECT slot.id,
    slot.session_id,
    slot.local_start,
    slot.seat,
    slot.visit_id,
    slot.provider_id,
    slot.specialty_id,
    slot.location_id,
    slot.visit_type_id,
    slot.start_at,
    slot.end_at,
    slot.reserved_for,
    slot.release_at,
    slot.is_retired,
    slot.state,
    slot.mode,
    slot.merged_into
   FROM slot
UNION ALL
 SELECT slot_past.id,
    slot_past.session_id,
    slot_past.local_start,
    slot_past.seat,
    slot_past.visit_id,
    slot_past.provider_id,
    slot_past.specialty_id,
    slot_past.location_id,
    slot_past.visit_type_id,
    slot_past.start_at,
    slot_past.end_at,
    slot_past.reserved_for,
    slot_past.release_at,
    slot_past.is_retired,
    slot_past.state,
    slot_past.mode,
    slot_past.merged_into
   FROM slot_past;
create view slot_view as
 SELECT s.id,
    s.provider_id,
    p.name AS provider_name,
    p.team_id,
    s.specialty_id,
    s.visit_type_id,
    s.location_id,
    l.time_zone,
    s.start_at,
    s.end_at,
    s.local_start,
    s.reserved_for,
    s.release_at,
    s.state,
    s.is_retired,
    v.notice_min,
    v.horizon_days,
    s.mode,
    s.session_id,
    s.seat,
    s.visit_id,
    s.own_end_at,
    l.region_id,
    (l.step_free_route <> ''::text) AS is_step_free
   FROM (((slot s
     JOIN provider p ON ((p.id = s.provider_id)))
     JOIN location l ON ((l.id = s.location_id)))
     JOIN visit_type v ON ((v.id = s.visit_type_id)));
create view waitlist_fit as
 SELECT w.appointment_id,
    w.patient_id,
    w.entry_state,
    w.urgency,
    w.enrolled_at,
    w.tie_break,
    w.auto_accept,
    w.specialty_id,
    w.slot_id,
    w.slot_state,
    n.id AS next_id,
    n.state AS next_state,
    w.provider_id,
    w.location_id,
    w.visit_type_id,
    w.start_at,
    COALESCE(n.end_at, w.end_at) AS end_at,
    w.local_start,
    w.mode,
    w.reserved_for,
    w.release_at,
    v.notice_min,
    v.horizon_days,
    l.time_zone,
    n.reserved_for AS next_reserved_for,
    n.release_at AS next_release_at,
    l.region_id,
    (l.step_free_route <> ''::text) AS is_step_free,
    w.visit_id,
    w.seat
   FROM (((waitlist_wish w
     JOIN visit_type v ON ((v.id = w.visit_type_id)))
     JOIN location l ON ((l.id = w.location_id)))
     LEFT JOIN LATERAL ( SELECT f.id,
            f.state,
            f.end_at,
            f.blocks,
            f.visit_id,
            f.provider_id,
            f.reserved_for,
            f.release_at
           FROM slot f
          WHERE (w.is_longer AND (f.session_id = w.session_id) AND (f.seat = w.seat) AND (f.local_start > w.local_start) AND (f.local_start < (w.local_start + '12:00:00'::interval)) AND (f.start_at >= w.end_at) AND (f.start_at <= (w.end_at + make_interval(mins => (v.buffer_before_min + v.buffer_after_min)))) AND (f.own_end_at IS NULL))
          ORDER BY f.local_start
         LIMIT 1) n ON (true))
  WHERE (((NOT w.is_longer) OR ((n.state = ANY (ARRAY['settling'::text, 'free'::text])) AND (w.own_end_at IS NULL) AND (NOT (EXISTS ( SELECT
           FROM slot o
          WHERE ((o.provider_id = n.provider_id) AND (o.visit_id = n.visit_id) AND (o.id <> n.id) AND (o.state = ANY (ARRAY['held'::text, 'booked'::text])))
         OFFSET 0))))) AND (NOT (EXISTS ( SELECT
           FROM (hold h
             JOIN slot o ON ((o.id = h.slot_id)))
          WHERE ((h.entry_id = w.appointment_id) AND (o.visit_id = w.visit_id))
         OFFSET 0))) AND (NOT (EXISTS ( SELECT
           FROM reservation r
          WHERE ((r.patient_id = w.patient_id) AND (r.status <> 'cancelled'::text) AND (r.during && tstzrange(w.start_at, COALESCE(n.end_at, w.end_at))))
         OFFSET 0))) AND (NOT (EXISTS ( SELECT
           FROM (hold h
             JOIN slot o ON ((o.id = h.slot_id)))
          WHERE ((h.patient_id = w.patient_id) AND (h.entry_id IS NOT NULL) AND (h.state = 'open'::text) AND (o.during && tstzrange(w.start_at, COALESCE(n.end_at, w.end_at))))
         OFFSET 0))) AND (NOT (EXISTS ( SELECT
           FROM slot o
          WHERE ((o.provider_id = w.provider_id) AND (o.visit_id <> w.visit_id) AND (o.visit_id IS DISTINCT FROM n.visit_id) AND (o.blocks && tstzrange(lower(w.blocks), COALESCE(upper(n.blocks), upper(w.blocks)))) AND (o.state = ANY (ARRAY['held'::text, 'booked'::text])))
         OFFSET 0))));
create view waitlist_view as
 SELECT e.appointment_id,
    e.version,
    e.patient_id,
    e.state,
    e.change,
    e.specialty_id,
    sp.name AS specialty_name,
    e.visit_type_id,
    v.name AS visit_type_name,
    e.provider_id,
    e.location_id,
    e.earliest_date,
    e.latest_date,
    e.times_of_day,
    e.days_of_week,
    e.mode,
    e.is_longer,
    COALESCE((e.details -> 'needs'::text), '[]'::jsonb) AS needs,
    e.referral_id,
    e.urgency,
    e.enrolled_at,
    e.target_date,
    e.auto_accept,
    e.misses,
    e.tie_break,
    COALESCE((e.details ->> 'reason'::text), ''::text) AS reason,
    (e.details -> 'contact'::text) AS contact,
    e.changed_at,
    e.changed_xid,
    h.id AS hold_id,
    h.offered_at,
    h.expires_at,
    (h.proposal ->> 'why'::text) AS offer_why,
    s.id AS slot_id,
    s.provider_id AS slot_provider_id,
    s.provider_name AS slot_provider_name,
    s.visit_type_id AS slot_visit_type_id,
    s.location_id AS slot_location_id,
    s.time_zone AS slot_time_zone,
    s.start_at,
    s.end_at,
    s.mode AS slot_mode,
    e.region_ids,
    COALESCE(k.needs_step_free, false) AS needs_step_free
   FROM (((((waitlist_entry e
     JOIN specialty sp ON ((sp.id = e.specialty_id)))
     JOIN visit_type v ON ((v.id = e.visit_type_id)))
     LEFT JOIN patient_reach k ON ((k.patient_id = e.patient_id)))
     LEFT JOIN hold h ON (((h.entry_id = e.appointment_id) AND (h.state = 'open'::text))))
     LEFT JOIN slot_view s ON ((s.id = h.slot_id)));
create view waitlist_wish as
 SELECT e.appointment_id,
    e.patient_id,
    e.state AS entry_state,
    e.urgency,
    e.enrolled_at,
    e.tie_break,
    e.auto_accept,
    e.is_longer,
    e.specialty_id,
    s.id AS slot_id,
    s.state AS slot_state,
    s.session_id,
    s.seat,
    s.visit_id,
    s.provider_id,
    s.location_id,
    s.visit_type_id,
    s.start_at,
    s.end_at,
    s.own_end_at,
    s.blocks,
    s.local_start,
    s.mode,
    s.reserved_for,
    s.release_at
   FROM (((waitlist_entry e
     JOIN slot s ON (((s.specialty_id = e.specialty_id) AND (s.visit_type_id = e.visit_type_id))))
     JOIN location l ON ((l.id = s.location_id)))
     LEFT JOIN patient_reach k ON ((k.patient_id = e.patient_id)))
  WHERE ((s.state = ANY (ARRAY['settling'::text, 'free'::text])) AND (NOT s.is_retired) AND (s.start_at >= COALESCE((((e.earliest_date)::timestamp without time zone AT TIME ZONE 'UTC'::text) - '15:00:00'::interval), '-infinity'::timestamp with time zone)) AND (s.start_at < COALESCE(((((e.latest_date + 1))::timestamp without time zone AT TIME ZONE 'UTC'::text) + '15:00:00'::interval), 'infinity'::timestamp with time zone)) AND suits_wishes(e.*, s.*) AND ((cardinality(e.region_ids) = 0) OR (l.region_id = ANY (e.region_ids))) AND ((l.step_free_route <> ''::text) OR (s.mode <> 'in-person'::text) OR (NOT COALESCE(k.needs_step_free, false))) AND ((e.referral_id IS NULL) OR (EXISTS ( SELECT
           FROM referral f
          WHERE ((f.id = e.referral_id) AND (f.withdrawn_at IS NULL) AND (NOT (EXISTS ( SELECT
                   FROM reservation r
                  WHERE ((r.referral_id = f.id) AND (r.status <> 'cancelled'::text))))))
         OFFSET 0))));

CREATE TRIGGER access_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER erasure_is_kept BEFORE DELETE OR TRUNCATE ON public.erasure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hold_of_slot BEFORE INSERT ON public.hold FOR EACH ROW EXECUTE FUNCTION hold_of_slot();
CREATE TRIGGER leave_visit_of_slots BEFORE INSERT OR UPDATE OF from_slot_id, to_slot_id ON public.leave_visit FOR EACH ROW EXECUTE FUNCTION leave_visit_of_slots();
CREATE TRIGGER leave_is_disruption AFTER INSERT ON public.provider_leave FOR EACH ROW EXECUTE FUNCTION leave_is_disruption();
CREATE TRIGGER reservation_of_other_slot BEFORE UPDATE OF slot_id ON public.reservation FOR EACH ROW WHEN ((new.slot_id IS DISTINCT FROM old.slot_id)) EXECUTE FUNCTION reservation_of_slot();
CREATE TRIGGER reservation_of_slot BEFORE INSERT ON public.reservation FOR EACH ROW EXECUTE FUNCTION reservation_of_slot();
CREATE TRIGGER slot_in_use BEFORE DELETE ON public.slot FOR EACH ROW EXECUTE FUNCTION slot_in_use();

grant insert, select on access to scheduler;
grant delete, insert, select on closure to scheduler;
grant insert, select on decision to scheduler;
grant insert, select on decision_archive to scheduler;
grant insert, select on decision_archive_part to scheduler;
grant select on decision_past to scheduler;
grant select on decision_view to scheduler;
grant insert, select, update on disruption to scheduler;
grant delete, insert, select, update on hold to scheduler;
grant insert, select, update on horizon to scheduler;
grant insert, select, update on leave_visit to scheduler;
grant select on leave_visit_view to scheduler;
grant select on location to scheduler;
grant insert, select on operation to scheduler;
grant select, update on operation_carried to scheduler;
grant delete, insert, select, update on outbox to scheduler;
grant usage on sequence outbox_id_seq to scheduler;
grant insert, select on outbox_sent to scheduler;
grant insert, select, update on patient_reach to scheduler;
grant select, update on policy to scheduler;
grant insert, select on policy_change to scheduler;
grant select on provider to scheduler;
grant delete, insert, select, update on provider_delay to scheduler;
grant insert, select, update on provider_leave to scheduler;
grant select on provider_specialty to scheduler;
grant insert, select, update on proxy to scheduler;
grant delete, insert, select, update on proxy_invitation to scheduler;
grant insert, select on proxy_notice to scheduler;
grant insert, select, update on referral to scheduler;
grant select on referral_view to scheduler;
grant select on region to scheduler;
grant insert, select, update on reservation to scheduler;
grant select on reservation_view to scheduler;
grant select on schema_migration to scheduler;
grant insert, select on series to scheduler;
grant insert, select, update on session to scheduler;
grant insert, select, update on slot to scheduler;
grant select on slot_of_any_time to scheduler;
grant select on slot_past to scheduler;
grant select on slot_view to scheduler;
grant select on specialty to scheduler;
grant select on visit_type to scheduler;
grant insert, select, update on waitlist_entry to scheduler;
grant select on waitlist_fit to scheduler;
grant select on waitlist_view to scheduler;
