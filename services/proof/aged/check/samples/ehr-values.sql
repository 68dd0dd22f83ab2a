-- Values that the statements of ehr are tried with. $1: the instant that the rows are told from. The chart is the longest.
with longest as (
  select c.patient_id, c.version from chart c order by c.version desc, c.patient_id limit 1),
newest as (
  select e.* from entry e join longest using (patient_id) order by e.chart_version desc limit 1),
amended as (
  select e.* from entry e where e.version > 1 order by e.entry_id limit 1),
drafted as (select d.* from draft d order by d.saved_at, d.author_id, d.patient_id limit 1)
select $1::timestamptz as now, $1::timestamptz - interval '30 days' as month_ago,
  longest.patient_id as patient, longest.version as chart_version,
  newest.entry_id as entry, newest.author_id as author, newest.operation_key, newest.body, newest.request_sha256,
  newest.kind, newest.author_name,
  coalesce(amended.entry_id, newest.entry_id) as amended_entry,
  coalesce(amended.patient_id, newest.patient_id) as amended_patient,
  drafted.author_id as draft_author, drafted.patient_id as draft_patient, drafted.form, drafted.operation_key as draft_key,
  -- Written before the events that are kept.
  (select e.entry_id from entry e where e.chart_version = 1 order by e.recorded_at, e.entry_id limit 1) as untold_entry,
  (select payload from outbox order by id desc limit 1) as event,
  (select array_agg(id) from (select id from outbox order by id desc limit 50) o) as events,
  (select jsonb_agg(jsonb_build_object('at', $1, 'patient_id', patient_id, 'reader_id', reader_id, 'reader_name', '',
    'role', role, 'action', action, 'what', what, 'why', why, 'trace_id', trace_id, 'source_id', gen_random_uuid()))
    from (select * from access order by id desc limit 100) a) as taken
from longest cross join newest left join amended on true cross join drafted;
