-- Decisions of long ago leave `decision`, so that it stays as long as what is asked about every day, for a table by months.
-- Without key and hash, which stand in `operation`.
create table decision_past(
  appointment_id uuid not null,
  version int not null,
  rule_version int not null,
  inputs jsonb not null,
  outcome jsonb not null,
  decided_at timestamptz not null,
  primary key (appointment_id, version, decided_at)
) partition by range (decided_at);
create index decision_past_by_time on decision_past(decided_at, appointment_id, version);

-- Every decision at hand: for lists, explanations, replays and `verify`.
create view decision_view as
select appointment_id, version, rule_version, inputs, outcome, decided_at from decision
union all
select appointment_id, version, rule_version, inputs, outcome, decided_at from decision_past;

-- Moves at most `at_most` decisions, the oldest first, that were made more than `kept_days` days before `at`, and before the
-- database's own clock: the earlier of the two counts, so that no single wrong clock moves anything. Their operations are
-- seen to first. Skips what others have in hand; what has no partition stays. Returns how many were moved.
create function move_decisions(at timestamptz, kept_days int, at_most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;

create function make_decision_past_month(day date) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$select public.make_month('decision_past', day)$$;

revoke execute on function move_decisions(timestamptz, int, int), make_decision_past_month(date) from public;
grant execute on function move_decisions(timestamptz, int, int), make_decision_past_month(date) to scheduler;
grant select on decision_view to scheduler;
