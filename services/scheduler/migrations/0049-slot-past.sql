-- Slots that are over leave `slot`, which stays as short as what is live, for `slot_past`, by months. Nothing refers to them
-- there: a visit has its own copy, a hold goes earlier, and the list of a leave keeps what it shows.
alter table reservation
  alter column provider_id set not null,
  alter column specialty_id set not null,
  alter column visit_type_id set not null,
  alter column location_id set not null,
  alter column mode set not null,
  alter column local_start set not null,
  drop constraint reservation_slot_id_fkey;

create or replace view reservation_view as
select r.appointment_id, r.version, r.patient_id, r.status, r.sequence,
  r.details ->> 'reason' as reason, r.details ->> 'urgency' as urgency,
  r.booked_at, r.changed_at, r.changed_xid,
  r.slot_id, r.provider_id, p.name as provider_name, p.team_id, r.specialty_id, sp.name as specialty_name,
  r.visit_type_id, v.name as visit_type_name, r.location_id, l.name as location_name, l.time_zone,
  lower(r.during) as start_at, upper(r.during) as end_at,
  r.mode, r.series_id, r.series_place, r.referral_id, r.late_min, r.awaits_answer,
  coalesce(r.details -> 'needs', '[]'::jsonb) as needs,
  coalesce(d.delay_min, 0) as provider_delay_min,
  l.region_id,
  r.standing
from reservation r
join provider p on p.id = r.provider_id
join specialty sp on sp.id = r.specialty_id
join visit_type v on v.id = r.visit_type_id
join location l on l.id = r.location_id
left join provider_delay d on d.provider_id = r.provider_id and d.day = r.local_start::date;

-- As for visits: no hold of a slot that is not there.
alter table hold drop constraint hold_slot_id_fkey;
create function hold_of_slot() returns trigger language plpgsql as $$
begin
  perform from public.slot s where s.id = new.slot_id for key share;
  if not found then
    raise exception 'there is no slot %', new.slot_id
      using errcode = 'foreign_key_violation', table = 'hold', constraint = 'hold_of_slot';
  end if;
  return new;
end $$;
create trigger hold_of_slot before insert on hold for each row execute function hold_of_slot();

-- What the lists of a leave show of both slots, by the names of slot_view but for those of the directory.
create function slot_as_listed(which uuid) returns jsonb language plpgsql as $$
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
end $$;
alter table leave_visit
  drop constraint leave_visit_from_slot_id_fkey,
  drop constraint leave_visit_to_slot_id_fkey,
  add column from_slot jsonb null,
  add column to_slot jsonb null;
update leave_visit
set from_slot = slot_as_listed(from_slot_id),
  to_slot = case when to_slot_id is not null then slot_as_listed(to_slot_id) end;
alter table leave_visit
  alter column from_slot set not null,
  add constraint leave_visit_to_slot check ((to_slot_id is null) = (to_slot is null));
create function leave_visit_of_slots() returns trigger language plpgsql as $$
begin
  new.from_slot := public.slot_as_listed(new.from_slot_id);
  new.to_slot := case when new.to_slot_id is not null then public.slot_as_listed(new.to_slot_id) end;
  return new;
end $$;
create trigger leave_visit_of_slots before insert or update of from_slot_id, to_slot_id on leave_visit
for each row execute function leave_visit_of_slots();

create or replace view leave_visit_view as
select lv.leave_id, lv.appointment_id, lv.from_slot_id, lv.to_slot_id, lv.changed_at,
  case
    when lv.state = 'proposed' and not r.awaits_answer then 'settled'
    when lv.state = 'unplaced' and (r.slot_id <> lv.from_slot_id or r.status <> 'booked') then 'settled'
    else lv.state
  end as state,
  r.version, r.patient_id, r.status, r.booked_at, r.details ->> 'urgency' as urgency, r.referral_id, f.due_date,
  lv.unreached_at is not null and lv.called_at is null as is_unreached,
  lv.from_slot, lv.to_slot
from leave_visit lv
join reservation r on r.appointment_id = lv.appointment_id
left join referral f on f.id = r.referral_id;

create table slot_past (
  id uuid not null,
  session_id uuid not null,
  local_start timestamp not null,
  seat int not null,
  visit_id uuid not null,
  provider_id uuid not null,
  specialty_id text not null,
  location_id text not null,
  visit_type_id text not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  blocks tstzrange not null,
  reserved_for text null,
  release_at timestamptz null,
  is_retired boolean not null,
  state text not null,
  mode text not null,
  merged_into uuid null,
  own_end_at timestamptz null,
  primary key (id, start_at)
) partition by range (start_at);
create index slot_past_by_provider on slot_past(provider_id, start_at);

-- The slots of any time, for who looks back.
create view slot_of_any_time as
select id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id, start_at,
  end_at, reserved_for, release_at, is_retired, state, mode, merged_into
from slot
union all
select id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id, start_at,
  end_at, reserved_for, release_at, is_retired, state, mode, merged_into
from slot_past;

create function make_slot_past_month(day date) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp
as $$select public.make_month('slot_past', day)$$;

create function drop_slot_past_month(at timestamptz, kept_months int) returns date
language sql security definer set search_path = pg_catalog, pg_temp
as $$select public.drop_month('slot_past', at, kept_months, 12)$$;

-- Whoever deletes a slot, whether by the function below or by hand: not one that somebody has or may still get. A visit that
-- is being booked there keeps its row from being deleted (reservation_of_slot), and is seen here once it is committed.
create function slot_in_use() returns trigger language plpgsql as $$
begin
  if old.end_at > public.database_clock() - interval '35 days'
    and exists (select from public.reservation r where r.slot_id = old.id and r.status <> 'cancelled')
    or exists (select from public.hold h where h.slot_id = old.id and h.state = 'open') then
    raise exception 'the slot % is somebody''s', old.id
      using errcode = 'foreign_key_violation', table = 'slot', constraint = 'slot_in_use';
  end if;
  return old;
end $$;
create trigger slot_in_use before delete on slot for each row execute function slot_in_use();

-- Moves as many as `at_most` slots that ended more than `kept_days` days before `at`, and before the database's own clock: the
-- earlier of the two counts. Each goes with the slot that it took in for a longer visit. Those that another has locked, and
-- those that somebody may still get, wait. What `slot_past` has dropped by `kept_months` goes at once. How many went; null when
-- another process is at it. 35 days are how far back the database can be restored.
create function move_past_slots(at timestamptz, kept_days int, kept_months int, at_most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
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
end $$;

revoke execute on function make_slot_past_month(date), drop_slot_past_month(timestamptz, int),
  move_past_slots(timestamptz, int, int, int) from public;
grant execute on function make_slot_past_month(date), drop_slot_past_month(timestamptz, int),
  move_past_slots(timestamptz, int, int, int) to scheduler;
grant select on slot_past to scheduler;
grant select on slot_of_any_time to scheduler;
