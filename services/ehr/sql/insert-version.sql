with numbered as (
  update chart set version = version + 1 where patient_id = $3 returning version
)
insert into entry (
  entry_id, version, patient_id, kind, body, release, author_id, recorded_at, amend_reason, chart_version,
  operation_key, request_sha256, author_name, checks)
select $1, $2, $3, $4, $5, $6, $7, $8, $9, numbered.version, $10, $11, $12, $13
from numbered
returning ${entryColumns}, entry.chart_version
