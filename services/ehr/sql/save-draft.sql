-- The writers of one chart take turns, so that the version in hand is the one that is replaced.
insert into draft (author_id, patient_id, form, version, fields, operation_key, saved_at)
values ($1, $2, $3, 1, $4, $5, $6)
on conflict (author_id, patient_id, form) do update
set version = draft.version + 1, fields = excluded.fields, operation_key = excluded.operation_key,
  saved_at = excluded.saved_at
returning version
