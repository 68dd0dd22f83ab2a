-- $1 person and $2 subject, null for any; $3 the ordinal of the last message read, null for the first page. A
-- part for each way to ask, of which one is read: so each has its index, whatever the planner knows of the parameters.
select
  id, ordinal, person_id, channel, template, subject_id, subject_version, state, tries,
  queued_at, sent_at, failure, mail_subject, mail_text, is_past
from (
  (select * from message_view
   where $2::text is not null and subject_id = $2 and ($1::text is null or person_id = $1)
     and ordinal < coalesce($3::bigint, 9223372036854775807)
   order by ordinal desc limit $4)
  union all
  (select * from message_view
   where $2::text is null and $1::text is not null and person_id = $1
     and ordinal < coalesce($3::bigint, 9223372036854775807)
   order by ordinal desc limit $4)
  union all
  (select * from message_view
   where $2::text is null and $1::text is null and ordinal < coalesce($3::bigint, 9223372036854775807)
   order by ordinal desc limit $4)
) chosen
order by ordinal desc
limit $4
