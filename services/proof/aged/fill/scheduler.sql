-- step: clinicians and their weeks
create table aged.provider as
select c.n, clone, c.id as seed_id, c.specialties, c.row ->> 'team_id' as team_id,
  aged.id('provider ' || c.n || ' ' || clone) as id, (c.row ->> 'name') || ' ' || clone as name
from aged.clinician c cross join generate_series(1, (select clones from aged.size)) as clone
order by clone, c.n;
analyze aged.provider;

insert into provider
select r.*
from aged.provider p
join aged.clinician c on c.n = p.n
cross join lateral jsonb_populate_record(null::provider, c.row || jsonb_build_object('id', p.id, 'name', p.name)) r;

insert into provider_specialty(provider_id, specialty_id)
select p.id, specialty_id from aged.provider p cross join unnest(p.specialties) as specialty_id;

create table aged.session as
select w.id as seed_id, p.id as provider_id, p.name as provider_name, p.seed_id as seed_provider_id, p.clone,
  aged.id('session ' || w.id || ' ' || p.clone) as id, w.location_id, l.name as location_name, w.visit_type_id,
  v.specialty_id, v.buffer_before_min, v.buffer_after_min, w.row ->> 'mode' as mode,
  (select count(distinct fate) = 2 from aged.pattern a
    where a.provider_id = w.provider_id and a.visit_type_id = w.visit_type_id and fate in ('booked', 'fulfilled'))
    as has_visits
from aged.week w
join aged.provider p on p.seed_id = w.provider_id
join location l on l.id = w.location_id
join visit_type v on v.id = w.visit_type_id;
analyze aged.session;

-- Made up to yesterday's horizon: tonight there is a day to add.
insert into session
select r.*
from aged.session s
join aged.week w on w.id = s.seed_id
cross join aged.size
cross join lateral jsonb_populate_record(null::session, w.row || jsonb_build_object(
  'id', s.id, 'provider_id', s.provider_id,
  'effective', daterange((select min(local_start)::date from aged.opening), null),
  'materialised_until', (as_of at time zone 'UTC')::date + 90)) r;

-- step: slots
-- Days near today are full, those far ahead hardly begun; what is past and nobody took is closed. Months ago only a
-- few visits are kept with their slots.
insert into slot(id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id,
  start_at, end_at, blocks, reserved_for, release_at, is_retired, state, mode)
select id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id,
  start_at, end_at, blocks,
  case when state <> 'free' or release_at > as_of then reserved_for end,
  case when state <> 'free' or release_at > as_of then release_at end,
  is_retired, state, mode
from (
  select s.*, is_booked and start_at > as_of + interval '3 days' and aged.lot(s.id, 3) < 0.0002 as is_retired,
    case when is_booked then 'booked' when start_at <= as_of then 'closed' else 'free' end as state
  from (
    select aged.planned_id(s.id || ' ' || to_char(o.local_start, 'YYYY-MM-DD"T"HH24:MI') || ' ' || o.seat) as id,
      aged.planned_id(s.id || ' ' || to_char(o.local_start, 'YYYY-MM-DD"T"HH24:MI')) as visit_id,
      s.id as session_id, o.local_start, o.seat, s.provider_id, s.specialty_id, s.location_id, s.visit_type_id,
      o.start_at, o.end_at,
      tstzrange(o.start_at - make_interval(mins => s.buffer_before_min),
        o.end_at + make_interval(mins => s.buffer_after_min)) as blocks,
      o.reserved_for, o.release_at, coalesce(s.mode, 'in-person') as mode, s.has_visits,
      size.as_of
    from aged.opening o join aged.session s on s.seed_id = o.session_id cross join aged.size
    where o.start_at < size.as_of + interval '90 days'
    order by o.start_at, s.clone
    offset 0) s
  cross join lateral (
    select extract(epoch from start_at - as_of) / 86400 as day offset 0) ahead
  cross join lateral (
    select has_visits and reserved_for is null and aged.lot(s.id, 1) < case
      when day < -90 then 0.17 when day < 0 then 0.87 when day > 85 then 0 else greatest(0.06, 0.93 - 0.0125 * day) end as is_booked
    offset 0) taken) made;
analyze slot;

-- step: visits
-- Where nobody of the seeded hospital stayed away, one who came stands in.
create table aged.choice as
select g.provider_id, g.visit_type_id, f.fate, array(
    select p.n from aged.pattern p
    where p.provider_id = g.provider_id and p.visit_type_id = g.visit_type_id
      and (p.fate = f.fate or (f.fate = 'noshow' and p.fate = 'fulfilled'))
    order by p.n) as patterns
from (select distinct provider_id, visit_type_id from aged.pattern) g
cross join (values ('booked'), ('fulfilled'), ('noshow'), ('cancelled')) as f(fate);

-- One for each slot that is booked, and those that were cancelled before. A patient comes again when all others have
-- come, so that nobody is in two places; one visit in a hundred is of the few who come each week.
create table aged.visit as
with asked as (
  select s.id as slot_id, s.session_id, s.start_at, s.end_at, s.during, s.local_start,
    aged.id((case when is_cancelled then 'cancelled ' else 'visit ' end) || s.id) as appointment_id,
    row_number() over (order by s.start_at, s.id, is_cancelled) as n,
    case when is_cancelled then 'cancelled' when s.start_at > as_of - interval '2 hours' then 'booked'
      -- At some desks nobody notes who came, and years ago most did not.
      when aged.lot(s.id, 2) < case when s.start_at > as_of - interval '90 days' then 0.4 else 0.9 end then 'booked'
      when aged.lot(s.id, 2) > 0.98 then 'noshow' else 'fulfilled' end as fate,
    case when s.start_at > as_of
      then as_of - interval '26 hours'
        - aged.lot(s.id, 4) * greatest(interval '0', least(interval '30 days', as_of + interval '87 days' - s.start_at))
      else s.start_at - interval '2 days' - aged.lot(s.id, 4) * interval '28 days' end as asked_at
  from slot s
  cross join aged.size
  cross join unnest(array[false, true]) as is_cancelled
  where s.state = 'booked' and (not is_cancelled or aged.lot(s.id, 5) < 0.07))
select a.n, a.appointment_id,
  aged.patient(case when a.n % 100 = 0 then a.n / 100 % frequent else frequent + a.n % (patients - frequent) end)
    as patient_id,
  a.slot_id, s.provider_id, s.provider_name, s.location_id, s.location_name, s.specialty_id, s.visit_type_id,
  coalesce(s.mode, 'in-person') as mode, a.local_start, a.start_at, a.end_at, a.during, a.asked_at,
  a.fate, p.n as pattern, aged.moments(a.start_at, a.asked_at, p.from_asked, p.offsets_ms) as moments
from asked a
cross join aged.size
cross join lateral (select greatest(1, patients / 1000) as frequent) those
join aged.session s on s.id = a.session_id
join aged.choice c on c.provider_id = s.seed_provider_id and c.visit_type_id = s.visit_type_id and c.fate = a.fate
join aged.pattern p on p.n = c.patterns[1 + floor(aged.lot(a.appointment_id, 6) * cardinality(c.patterns))::int]
order by a.asked_at, a.n;
analyze aged.visit;
-- What the list of a leave shows of the slot of a visit, as slot_as_listed makes it.
create function aged.listed(v aged.visit) returns jsonb language sql stable as $$
  select jsonb_build_object('id', v.slot_id, 'provider_id', v.provider_id, 'specialty_id', v.specialty_id,
    'visit_type_id', v.visit_type_id, 'location_id', v.location_id, 'mode', v.mode, 'start_at', v.start_at, 'end_at', v.end_at)
$$;

-- step: referrals
-- A visit in fifty is by referral; as many again are open.
insert into referral(id, patient_id, kind, specialty_id, urgency, due_date, ordered_by, ordered_at, op_key)
select aged.id('referral ' || v.appointment_id), v.patient_id, 'referral', s.specialty_id, 'routine',
  (v.asked_at + interval '42 days')::date, v.provider_id, v.asked_at - interval '3 days', 'aged-' || v.appointment_id
from aged.visit v join slot s on s.id = v.slot_id
where v.n % 50 = 0 and v.fate <> 'cancelled';
insert into referral(id, patient_id, kind, specialty_id, urgency, due_date, ordered_by, ordered_at, op_key)
select aged.id('open referral ' || i), aged.patient(i), 'follow-up', p.specialties[1], 'soon',
  (as_of + i % 40 * interval '1 day')::date, p.id, as_of - i % 30 * interval '1 day', 'aged-open-' || i
from aged.size
cross join generate_series(1, referrals) as i
join aged.provider p on p.n = 1 + i % (select max(n) from aged.provider) and p.clone = 1 + i % clones;

-- step: reservations
-- Those who come each week have their visits by series.
create table aged.series as
select appointment_id, patient_id, aged.id('series ' || patient_id || ' ' || (place - 1) / 12) as id,
  ((place - 1) % 12 + 1)::int as place, asked_at
from (
  select appointment_id, patient_id, asked_at, row_number() over (partition by patient_id order by start_at, n) as place
  from aged.visit where n % 100 = 0 and fate <> 'cancelled') v;
analyze aged.series;
insert into series(id, patient_id, every_weeks, created_at)
select id, patient_id, 1, min(asked_at) from aged.series group by id, patient_id;

insert into reservation
select r.*
from aged.visit v
join aged.pattern p on p.n = v.pattern
left join aged.series s on s.appointment_id = v.appointment_id
cross join lateral jsonb_populate_record(null::reservation, p.reservation || jsonb_build_object(
  'appointment_id', v.appointment_id, 'patient_id', v.patient_id, 'slot_id', v.slot_id, 'during', v.during,
  'provider_id', v.provider_id, 'specialty_id', v.specialty_id, 'visit_type_id', v.visit_type_id,
  'location_id', v.location_id, 'mode', v.mode, 'local_start', v.local_start,
  'booked_at', v.asked_at, 'changed_at', v.moments[p.last_moment], 'changed_xid', pg_current_xact_id(),
  'series_id', s.id, 'series_place', s.place,
  'referral_id', case when v.n % 50 = 0 and v.fate <> 'cancelled' then aged.id('referral ' || v.appointment_id) end)) r
order by v.asked_at, v.n;

-- step: decisions
-- Those of long ago are where they have moved to. Column by column: documents inside of documents would be taken apart and
-- put together again.
select make_decision_past_month((as_of - months * interval '1 month')::date)
from aged.size cross join generate_series(30, -1, -1) as months;
create view aged.decided as
select v.appointment_id, v.patient_id, v.version, format(t.op_key, variadic told) as op_key,
  sha256(convert_to(v.appointment_id::text || v.version, 'UTF8')) as request_sha256,
  (t.decision ->> 'rule_version')::int as rule_version, format(t.inputs, variadic told)::jsonb as inputs,
  format(t.outcome, variadic told)::jsonb as outcome, v.decided_at, v.is_past
from (
  select v.*, t.version, v.moments[t.moment] as decided_at, v.moments[t.moment] < as_of - interval '90 days' as is_past
  from aged.visit v cross join aged.size join aged.pattern_version t on t.pattern = v.pattern
  order by v.moments[t.moment], v.n, t.version
  offset 0) v
join aged.pattern_version t on t.pattern = v.pattern and t.version = v.version
cross join lateral (
  select array[v.appointment_id::text, v.patient_id::text, v.slot_id::text, v.provider_id::text, v.provider_name,
    v.location_id, v.location_name] || aged.told(v.moments) as told offset 0) a;
insert into decision_past(appointment_id, version, rule_version, inputs, outcome, decided_at)
select appointment_id, version, rule_version, inputs, outcome, decided_at from aged.decided where is_past;
insert into decision(appointment_id, version, op_key, request_sha256, rule_version, inputs, outcome, decided_at)
select appointment_id, version, op_key, request_sha256, rule_version, inputs, outcome, decided_at
from aged.decided where not is_past;
insert into operation(patient_id, op_key, appointment_id, version, request_sha256, outcome)
select patient_id, op_key, appointment_id, version, request_sha256, outcome -> 'reservation' from aged.decided;
drop view aged.decided;

-- also: events
select make_outbox_sent_day((as_of - day * interval '1 day')::date)
from aged.size cross join generate_series(sent_days, 0, -1) as day;
insert into outbox_sent(id, sent_at, key, version, type, payload, created_at)
select nextval('outbox_id_seq'), v.sent_at, v.appointment_id, v.version, t.event ->> 'type',
  format(t.payload, variadic told)::jsonb, v.decided_at
from (
  select v.*, t.version, v.moments[t.moment] as decided_at, aged.sent_at(v.moments[t.moment]) as sent_at
  from aged.visit v
  cross join aged.size
  join aged.pattern_version t on t.pattern = v.pattern
  where v.moments[t.moment] > as_of - make_interval(days => event_days)
  order by aged.sent_at(v.moments[t.moment]), v.n, t.version
  offset 0) v
join aged.pattern_version t on t.pattern = v.pattern and t.version = v.version
cross join lateral (
  select array[v.appointment_id::text, v.patient_id::text, v.slot_id::text, v.provider_id::text, v.provider_name,
    v.location_id, v.location_name] || aged.told(v.moments) as told offset 0) a;

-- step: the waiting list
-- Everybody waits for what no session offers, as in the seeded hospital, and was looked at within the hour. Those who
-- wait no longer said so.
create table aged.entry as
select i as n, has_ended, aged.id((case when has_ended then 'ended entry ' else 'entry ' end) || i) as appointment_id,
  aged.patient(i * 7919) as patient_id, w.n as pattern, w.last_version + has_ended::int as version, at.asked_at,
  aged.moments(at.asked_at, at.asked_at, w.from_asked, w.offsets_ms) as moments,
  at.asked_at + interval '20 days' as ended_at
from aged.size
cross join generate_series(1, waiting) as i
cross join unnest(case when i % 2 = 0 then array[false, true] else array[false] end) as has_ended
join aged.wait w on w.n = (i * 31 + i / 40) % (select count(*) from aged.wait)
cross join lateral (
  select w.asked_at - case when has_ended then interval '30 days' + i % 600 * interval '1 day'
    else aged.lot(aged.id('entry ' || i), 7) * interval '40 days' end as asked_at) at
order by at.asked_at, i;
analyze aged.entry;

insert into waitlist_entry
select r.*
from aged.entry e
cross join aged.size
join aged.wait w on w.n = e.pattern
left join aged.provider p on p.seed_id = (w.entry ->> 'provider_id')::uuid and p.clone = 1 + e.n % clones
cross join lateral jsonb_populate_record(null::waitlist_entry, w.entry || jsonb_build_object(
  'appointment_id', e.appointment_id, 'patient_id', e.patient_id, 'provider_id', p.id, 'version', e.version,
  'enrolled_at', e.asked_at, 'tie_break', e.appointment_id,
  'target_date', (e.asked_at + ((w.entry ->> 'target_date')::date - w.asked_at::date) * interval '1 day')::date,
  'changed_at', case when e.has_ended then e.ended_at else e.asked_at end, 'changed_xid', pg_current_xact_id(),
  'looked_at', as_of - aged.lot(e.appointment_id, 8) * interval '50 minutes',
  'retry_at', ((w.entry ->> 'latest_date')::date + 1)::timestamp at time zone 'UTC')
  || case when e.has_ended then '{"state": "withdrawn", "change": "withdrawn"}' else '{}'::jsonb end) r
order by e.asked_at, e.n;

-- step: decisions and events of the waiting list
create table aged.entry_version as
select e.appointment_id, t.version, t.decision, t.event, e.moments[t.moment] as decided_at,
  format(t.op_key, variadic told) as op_key, format(t.inputs, variadic told)::jsonb as inputs,
  format(t.outcome, variadic told)::jsonb as outcome, format(t.payload, variadic told)::jsonb as payload
from aged.entry e
join aged.wait_version t on t.pattern = e.pattern
cross join lateral (
  select array[e.appointment_id::text, e.patient_id::text] || aged.told(e.moments) as told offset 0) a;
-- Leaving is told as the version before, with another state.
insert into aged.entry_version
select v.appointment_id, e.version, v.decision, v.event, e.ended_at, 'aged-end-' || v.appointment_id, v.inputs,
  jsonb_set(jsonb_set(v.outcome, '{change}', '"withdrawn"'), '{state}', '"withdrawn"'),
  v.payload || jsonb_build_object('version', e.version, 'change', 'withdrawn', 'state', 'WAITLIST_STATE_WITHDRAWN')
from aged.entry e
join aged.entry_version v on v.appointment_id = e.appointment_id and v.version = e.version - 1
where e.has_ended;

insert into decision_past(appointment_id, version, rule_version, inputs, outcome, decided_at)
select appointment_id, version, (decision ->> 'rule_version')::int, inputs, outcome, decided_at
from aged.entry_version cross join aged.size
where decided_at < as_of - interval '90 days'
order by decided_at, appointment_id, version;
insert into decision(appointment_id, version, op_key, request_sha256, rule_version, inputs, outcome, decided_at)
select appointment_id, version, op_key, sha256(convert_to(appointment_id::text || version, 'UTF8')),
  (decision ->> 'rule_version')::int, inputs, outcome, decided_at
from aged.entry_version cross join aged.size
where decided_at >= as_of - interval '90 days'
order by decided_at, appointment_id, version;
insert into operation(patient_id, op_key, appointment_id, version, request_sha256)
select e.patient_id, v.op_key, v.appointment_id, v.version, sha256(convert_to(v.appointment_id::text || v.version, 'UTF8'))
from aged.entry_version v join aged.entry e using (appointment_id)
order by v.decided_at, v.appointment_id, v.version;

insert into outbox_sent(id, sent_at, key, version, type, payload, created_at)
select nextval('outbox_id_seq'), sent_at, appointment_id, version, event ->> 'type', payload, decided_at
from (
  select v.*, aged.sent_at(decided_at) as sent_at
  from aged.entry_version v cross join aged.size
  where decided_at > as_of - make_interval(days => event_days)
  order by sent_at, appointment_id, version
  offset 0) v;
drop table aged.entry_version;

-- The newest are just being published, half of them by a process of the release before, which leaves them where they are.
with newest as (
  delete from outbox_sent where id in (select id from outbox_sent order by id desc limit 200) returning *)
insert into outbox(id, key, version, type, payload, created_at, published_at)
select id, key, version, type, payload, created_at, case when id % 2 = 0 then sent_at end from newest;

-- step: holds
-- What patients held before they booked or went away, of 35 days; and what is held and offered now.
insert into hold(id, slot_id, patient_id, urgency, proposal, expires_at, state)
select aged.id('hold ' || v.appointment_id), v.slot_id, v.patient_id, 'routine',
  d.inputs #> '{seen,proposal}', v.asked_at + interval '4 minutes', 'used'
from aged.visit v
cross join aged.size
join decision d on d.appointment_id = v.appointment_id and d.version = 1
where v.asked_at > as_of - interval '35 days'
order by v.asked_at, v.n;
insert into hold(id, slot_id, patient_id, urgency, expires_at, state)
select aged.id('given up ' || v.appointment_id), v.slot_id, v.patient_id, 'routine', v.asked_at, 'expired'
from aged.visit v cross join aged.size
where v.asked_at > as_of - interval '35 days' and v.n % 2 = 0
order by v.asked_at, v.n;

create table aged.held as
select s.id as slot_id, row_number() over (order by s.id) as n, s.start_at
from slot s cross join aged.size
where s.state = 'free' and s.seat = 1 and s.release_at is null and aged.lot(s.id, 9) < 0.002
  and s.start_at between as_of + interval '4 days' and as_of + interval '60 days'
  and not exists (select from slot o where o.visit_id = s.visit_id and o.seat > 1);
update slot s set state = 'held' from aged.held h where s.id = h.slot_id;
insert into hold(id, slot_id, patient_id, urgency, expires_at, state)
select aged.id('open hold ' || n), slot_id, aged.patient(n), 'routine', as_of + n % 280 * interval '1 second', 'open'
from aged.held cross join aged.size where n % 2 = 0;
-- Answered by noon tomorrow, which is day in every place.
create table aged.offered as
select h.n, h.slot_id, e.appointment_id, e.patient_id
from aged.held h
join aged.entry e on e.n = h.n and not e.has_ended
where h.n % 2 = 1;
update waitlist_entry e set state = 'offered' from aged.offered o where e.appointment_id = o.appointment_id;
insert into hold(id, slot_id, patient_id, entry_id, urgency, expires_at, offered_at, state)
select aged.id('offer ' || o.n), o.slot_id, o.patient_id, o.appointment_id, e.urgency,
  ((as_of at time zone 'UTC')::date + 1 + time '12:00') at time zone 'UTC', as_of - interval '1 hour', 'open'
from aged.offered o join waitlist_entry e using (appointment_id) cross join aged.size;
-- Who is held for nobody is free.
update slot s set state = 'free' from aged.held h
where s.id = h.slot_id and not exists (select from hold o where o.slot_id = s.id and o.state = 'open');

-- step: people and absences
insert into patient_reach(patient_id, region_id, needs_step_free, profile_version, changed_at)
select aged.patient(n), (select id from region order by id offset n % (select count(*) from region) limit 1),
  n % 20 = 0, 1 + n % 4, as_of - n % 900 * interval '1 day'
from aged.size cross join generate_series(1, patients) as n;

insert into proxy(id, patient_id, proxy_id, granted_by, since, scope, evidence, reason, expires_at, ended_at)
select aged.id('proxy ' || n), aged.patient(n), aged.patient(n + patients / 2), aged.id('office'),
  as_of - n % 900 * interval '1 day', case n % 3 when 0 then 'record' else 'bookings' end, 'Passport', 'Parent',
  as_of + n % 300 * interval '1 day' + interval '1 hour', case when n % 4 = 0 then as_of - interval '1 hour' end
from aged.size cross join generate_series(1, least(proxies, patients / 2 - 1)) as n;
insert into proxy_notice(secret_sha256, link_id, made_at)
select sha256(convert_to(id::text, 'UTF8')), id, since from proxy;
insert into proxy_invitation(code_sha256, patient_id, expires_at, scope)
select sha256(convert_to('code ' || n, 'UTF8')), aged.patient(n), as_of + interval '1 day', 'bookings'
from aged.size cross join generate_series(1, least(proxies, patients)) as n;

insert into provider_delay(provider_id, day, delay_min, changed_at)
select p.id, (as_of - day * interval '1 day')::date, day % 45, as_of - day * interval '1 day'
from aged.provider p cross join aged.size cross join generate_series(0, 59) as day;

insert into closure(id, location_id, dates, note)
select aged.id('closure ' || n), null, daterange((as_of - n * interval '30 days')::date, (as_of - n * interval '30 days')::date + 1),
  'Holiday'
from aged.size cross join generate_series(1, 24) as n;

-- Each leave of the past moved the visits of a week.
insert into provider_leave(id, provider_id, during, note, created_at, ended_at)
select aged.id('leave ' || p.id || ' ' || turn), p.id,
  tstzrange(as_of - turn * interval '60 days' - interval '7 days', as_of - turn * interval '60 days'), 'Leave',
  as_of - turn * interval '60 days' - interval '40 days', case when turn = 3 then as_of - turn * interval '60 days' end
from aged.provider p cross join aged.size cross join generate_series(1, 4) as turn;
insert into leave_visit(leave_id, appointment_id, from_slot_id, to_slot_id, from_slot, to_slot, state, changed_at)
select aged.id('leave ' || v.provider_id || ' ' || 1 + v.n % 4), v.appointment_id, v.slot_id, v.slot_id,
  aged.listed(v), aged.listed(v), 'kept', v.asked_at
from aged.visit v
where v.n % 25 = 0;

-- Visits whose slots no rule gives any more wait for somebody to call.
insert into disruption(id, kind, dates, created_at)
select aged.id('rules changed'), 'rules', daterange((as_of - interval '1 day')::date, null), as_of - interval '1 day'
from aged.size;
insert into leave_visit(leave_id, appointment_id, from_slot_id, from_slot, state, changed_at)
select aged.id('rules changed'), v.appointment_id, v.slot_id, aged.listed(v), 'unplaced', as_of - interval '1 day'
from aged.visit v cross join aged.size join slot s on s.id = v.slot_id
where s.is_retired and s.state = 'booked' and v.fate = 'booked';

-- step: slots that are over
-- What a hospital of that age has moved, a night at a time.
select make_slot_past_month(month::date)
from aged.size
cross join generate_series(date_trunc('month', as_of - interval '26 months'), as_of, '1 month') as month;
create table aged.live as
select s.* from slot s cross join aged.size where s.end_at >= as_of - interval '35 days' or s.state not in ('booked', 'closed');
insert into slot_past(id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id,
  start_at, end_at, blocks, reserved_for, release_at, is_retired, state, mode, merged_into, own_end_at)
select id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id,
  start_at, end_at, blocks, reserved_for, release_at, is_retired, state, mode, merged_into, own_end_at
from slot s cross join aged.size
where s.end_at < as_of - interval '35 days' and s.state in ('booked', 'closed')
order by s.start_at, s.id;
truncate slot;
insert into slot(id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id,
  start_at, end_at, blocks, reserved_for, release_at, is_retired, state, mode, merged_into, own_end_at)
select id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id,
  start_at, end_at, blocks, reserved_for, release_at, is_retired, state, mode, merged_into, own_end_at
from aged.live
order by start_at, id;

-- step: who looked
insert into access(id, at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
select aged.id('write ' || v.appointment_id), v.asked_at, v.patient_id, v.patient_id, '', 'Patients', 'write',
  'visit-reason', 'own-record', md5(v.appointment_id::text)
from aged.visit v
order by v.asked_at, v.n;
insert into access(id, at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
select aged.id('read ' || v.appointment_id), v.start_at, v.patient_id, v.provider_id, v.provider_name, 'Providers', 'read',
  'visit-reason', 'own-visit', md5(v.slot_id::text)
from aged.visit v cross join aged.size
where v.start_at between as_of - interval '60 days' and as_of
order by v.start_at, v.n;
insert into access(id, at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
select aged.id('try ' || v.appointment_id), v.start_at, v.patient_id, v.provider_id, v.provider_name, 'Providers', 'try',
  'visit', 'none', md5(v.slot_id::text)
from aged.visit v
where v.n % 200 = 0
order by v.start_at, v.n;
