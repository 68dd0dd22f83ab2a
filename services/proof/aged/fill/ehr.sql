-- step: what was written at the visits
-- What lasts is written when somebody comes for the first time; a few charts are long.
create table aged.written as
select v.appointment_id, v.patient_id, v.provider_id, v.end_at - interval '1 minute' as recorded_at, p.n as pattern,
  aged.id('entry ' || v.appointment_id || ' ' || p.n) as entry_id
from (
  select v.*, row_number() over (partition by v.patient_id order by v.end_at, v.appointment_id) = 1 as is_first
  from aged.visit v cross join aged.size
  where v.fate = 'fulfilled' and v.end_at > as_of - interval '90 days') v
join aged.pattern p on p.seed_visit_id = v.seed_visit_id
where v.is_first or p.kind in ('encounter-note', 'observation');
insert into aged.written
select aged.id('long ago ' || chart || ' ' || i), aged.patient(chart), authors[1 + (chart + i) % cardinality(authors)],
  as_of - (1800 - 0.85 * i) * interval '1 day', patterns[1 + (chart * 37 + i * 101) % cardinality(patterns)],
  aged.id('long entry ' || chart || ' ' || i)
from aged.size
cross join generate_series(1, long_charts) as chart
cross join generate_series(1, long_entries) as i
cross join (select array_agg(n order by n) as patterns from aged.pattern) p
cross join (select array_agg(distinct provider_id order by provider_id) as authors from aged.visit) v;
-- Charts that nobody has written in yet.
insert into chart(patient_id, version)
select aged.patient(n), 0
from aged.size cross join generate_series(0, patients - 1) as n;
analyze aged.written;

-- step: entries
create table aged.numbered as
select w.*, row_number() over (partition by patient_id order by recorded_at, entry_id) as chart_version
from aged.written w;
analyze aged.numbered;
update chart c set version = n.version
from (select patient_id, count(*) as version from aged.numbered group by patient_id) n
where c.patient_id = n.patient_id;

-- What is shown of them is written below for all at once.
alter table entry disable trigger entry_is_shown;
insert into entry
select r.*
from (select * from aged.numbered order by recorded_at, entry_id offset 0) n
join aged.pattern p on p.n = n.pattern
cross join lateral (
  select array[n.entry_id::text, n.patient_id::text, n.provider_id::text, n.appointment_id::text]
    || aged.told(aged.moments(n.recorded_at, n.recorded_at, array_fill(false, array[cardinality(p.offsets_ms)]), p.offsets_ms))
    as told
  offset 0) a
cross join lateral jsonb_populate_record(null::entry, p.entry || jsonb_build_object(
  'entry_id', n.entry_id, 'patient_id', n.patient_id, 'author_id', n.provider_id, 'recorded_at', n.recorded_at,
  'chart_version', n.chart_version, 'operation_key', 'aged-' || n.entry_id,
  'request_sha256', '\x' || encode(sha256(convert_to(n.entry_id::text, 'UTF8')), 'hex'),
  'body', format(p.body, variadic told)::jsonb)) r
order by n.recorded_at, n.entry_id;
alter table entry enable trigger entry_is_shown;

-- step: what is shown of the entries
insert into shown_entry(entry_id, audience, version, patient_id, kind, weight, position, starts, ends, octets)
select entry_id, audience, version, patient_id, kind, weight_of(kind, body), chart_version, chart_version, 2147483647,
  octet_length(body::text) + octet_length(author_name) + coalesce(octet_length(amend_reason), 0)
    + coalesce(octet_length(checks::text), 0)
from entry cross join unnest(array['provider', 'patient']) as audience
where audience = 'provider' or release = 'now';

-- step: events of the entries
select make_outbox_sent_day((as_of - day * interval '1 day')::date)
from aged.size cross join generate_series(sent_days, 0, -1) as day;
insert into outbox_sent(id, sent_at, key, version, type, payload, created_at)
select n.place, n.sent_at, n.entry_id, 1, p.event ->> 'type', format(p.payload, variadic told)::jsonb, n.recorded_at
from (
  select n.*, aged.sent_at(n.recorded_at) as sent_at,
    row_number() over (order by aged.sent_at(n.recorded_at), n.entry_id) as place
  from aged.numbered n cross join aged.size
  where n.recorded_at > as_of - make_interval(days => event_days)
  order by place
  offset 0) n
join aged.pattern p on p.n = n.pattern
cross join lateral (
  select array[n.entry_id::text, n.patient_id::text, n.provider_id::text, n.appointment_id::text]
    || aged.told(aged.moments(n.recorded_at, n.recorded_at, array_fill(false, array[cardinality(p.offsets_ms)]), p.offsets_ms))
    as told
  offset 0) a;
select setval(pg_get_serial_sequence('outbox', 'id'), coalesce(max(id), 0) + 1, false) from outbox_sent;

-- The newest are just being published, half of them by a process of the release before, which leaves them where they are.
with newest as (
  delete from outbox_sent where id in (select id from outbox_sent order by id desc limit 200) returning *)
insert into outbox(id, key, version, type, payload, created_at, published_at) overriding system value
select id, key, version, type, payload, created_at, case when id % 2 = 0 then sent_at end from newest;

-- step: who looked
-- The clinician at each visit and the patient afterwards; and what the scheduler put on record.
insert into access(at, patient_id, reader_id, role, what, why, trace_id, reader_name, action, source_id)
select v.end_at + way.n * interval '1 hour', v.patient_id,
  case when way.role = 'Patients' then v.patient_id else v.provider_id end, way.role, way.what, way.why,
  md5(v.appointment_id::text), '', way.action, case when way.is_taken then aged.id('read ' || v.appointment_id) end
from (select * from aged.visit order by asked_at, appointment_id) v
cross join aged.size
cross join (values
  (0, 'Providers', 'chart', 'team', 'read', false),
  (1, 'Providers', 'visit-reason', 'own-visit', 'read', true),
  (2, 'Patients', 'chart', 'own-record', 'read', false)) as way(n, role, what, why, action, is_taken)
where v.fate = 'fulfilled' and v.end_at > as_of - interval '90 days';
insert into access(at, patient_id, reader_id, role, what, why, trace_id, reader_name, action)
select date_trunc('minute', v.end_at), v.patient_id, v.provider_id, 'Providers', 'chart', 'none', md5(v.appointment_id::text), '', 'try'
from (select distinct on (provider_id, patient_id, date_trunc('minute', end_at)) *
  from aged.visit where right(appointment_id::text, 2) = '00'
  order by provider_id, patient_id, date_trunc('minute', end_at), appointment_id) v;

-- step: drafts
insert into draft(author_id, patient_id, form, version, fields, operation_key, saved_at)
select provider_id, patient_id, 'encounter-note', 1, '{"text": "To be gone on with"}', 'draft-' || appointment_id,
  as_of - row_number() over (order by appointment_id) % 29 * interval '1 day'
from (select distinct on (provider_id, patient_id) * from aged.visit
  where right(appointment_id::text, 2) = '01' order by provider_id, patient_id, appointment_id) v
cross join aged.size;

insert into follower_cursor(source, cursor, updated_at)
select 'access', '', as_of from aged.size;

-- behind the indexes
-- step: amendments
-- One entry in two hundred was put right, as the service does it: the trigger says what is shown from then on.
create table aged.amended as
select e.*, row_number() over (partition by patient_id order by entry_id) as place
from entry e
where aged.lot(e.entry_id, 1) < 0.005 and e.version = 1;
insert into entry
select r.*
from (select a.*, c.version as chart_length from aged.amended a join chart c using (patient_id) order by a.patient_id, a.place) a
cross join aged.size
cross join lateral jsonb_populate_record(null::entry, to_jsonb(a) - array['place', 'chart_length'] || jsonb_build_object(
  'version', 2, 'amend_reason', 'Another value was meant', 'recorded_at', a.recorded_at + interval '1 day',
  'chart_version', a.chart_length + a.place, 'operation_key', 'aged-amend-' || a.entry_id)) r;
update chart c set version = c.version + a.added
from (select patient_id, count(*) as added from aged.amended group by patient_id) a
where c.patient_id = a.patient_id;
insert into outbox_sent(id, sent_at, key, version, type, payload, created_at)
select nextval(pg_get_serial_sequence('outbox', 'id')), o.sent_at, a.entry_id, 2, o.type,
  o.payload || '{"version": 2}', a.recorded_at + interval '1 day'
from aged.amended a join outbox_sent o on o.key = a.entry_id and o.version = 1
order by a.patient_id, a.place;
