-- A message is owed when nothing is there yet about this sequence of the subject; it is recorded as suppressed
-- when something about a later one is. No row comes back when nothing is owed.
with told as (
  select max(sequence) as sequence, coalesce(bool_or(sequence = $7::integer), false) as about_this
  from message
  -- Others may hear of the same thing.
  where subject_id = $5 and channel = $3 and person_id = $2
    -- An appointment may have waited under the same id: those are other messages.
    and (template like 'appointment-%') = ($4::text like 'appointment-%')
)
insert into message (
  id, person_id, channel, template, subject_id, subject_version, sequence, changed_at, due_at, state, failure
)
select
  $1, $2, $3, $4, $5, $6, $7, $8, greatest(now(), $8::timestamptz),
  case when told.sequence > $7::integer then 'suppressed' else 'queued' end,
  case when told.sequence > $7::integer then $9 else '' end
from told
where not told.about_this
on conflict do nothing
returning state
