-- Version 1 of $3 entries of one patient ($1), by one author ($2), added to what is there: one in $6 lasts, as an allergy,
-- a problem or a medicine by turns, but no more than $4 of them; of the rest half are notes and half results, with texts of
-- $5 characters.
with chart_row as (
  insert into chart (patient_id, version) values ($1, $3::int)
  on conflict (patient_id) do update set version = chart.version + $3::int
  returning version - $3::int as version
)
insert into entry (entry_id, version, patient_id, kind, body, release, author_id, recorded_at, chart_version,
  operation_key, request_sha256, author_name)
select gen_random_uuid(), 1, $1, kind, body, 'now', $2, now() - ($3::int - n) * interval '1 minute',
  chart_row.version + n, 'fill-' || gen_random_uuid(), '', 'Dr Test 1'
from chart_row, generate_series(1, $3::int) as n
cross join lateral (
  select case
    when n % $6::int = 0 and n <= $4::int * $6 then (array['allergy', 'condition', 'medication'])[1 + n / $6 % 3]
    when n % 4 < 2 then 'encounter-note'
    else 'observation' end as kind
) kinds
cross join lateral (
  select case kind
    when 'allergy' then jsonb_build_object(
      'noneKnown', false, 'coding', null, 'substance', 'Substance ' || n, 'reaction', '', 'severity', '',
      'clinicalStatus', 'active')
    when 'condition' then jsonb_build_object(
      'coding', null, 'term', 'Problem ' || n, 'plainTerm', '', 'clinicalStatus', 'active', 'onsetDate', '')
    when 'medication' then jsonb_build_object(
      'coding', null, 'name', 'Medicine ' || n, 'dosage', 'once a day', 'status', 'active', 'startedDate', '')
    when 'encounter-note' then jsonb_build_object(
      'text', 'Note ' || n || ' ' || repeat(md5(n::text), 1 + $5::int / 32), 'plan', '', 'appointmentId', '')
    else jsonb_build_object(
      'coding', null, 'name', 'Result ' || n || ' ' || repeat(md5(n::text), $5::int / 32), 'plainName', '', 'value', n,
      'unit', 'kg', 'observedAt', '2026-01-01T00:00:00Z') end as body
) bodies
order by n
