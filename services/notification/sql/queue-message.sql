-- Queues a message unless there is one about this sequence of the subject. When there is one about a later sequence, the
-- message is stored as suppressed. Returns no row when there was one already. $10 is now.
with told as (
  select max(sequence) as sequence, coalesce(bool_or(sequence = $7::integer), false) as about_this
  from message
  -- Only this person's messages: others may be told of the same subject.
  where subject_id = $5 and channel = $3 and person_id = $2
    -- Messages about the wait for an appointment have the same subject id: they do not count.
    and (template like 'appointment-%') = ($4::text like 'appointment-%')
)
insert into message (
  id, person_id, channel, template, subject_id, subject_version, sequence, changed_at, queued_at, due_at, state, failure
)
select
  $1, $2, $3, $4, $5, $6, $7, $8, $10, greatest($10::timestamptz, $8::timestamptz),
  case when told.sequence > $7::integer then 'suppressed' else 'queued' end,
  case when told.sequence > $7::integer then $9 else '' end
from told
where not told.about_this
on conflict do nothing
returning state
