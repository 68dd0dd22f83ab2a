-- $1 person and $2 subject, null for any; $3 the ordinal of the last message read, null for the first page.
select
  id, ordinal, person_id, channel, template, subject_id, subject_version, state, tries,
  queued_at, sent_at, failure, mail_subject, mail_text
from message
where ($1::text is null or person_id = $1)
  and ($2::text is null or subject_id = $2)
  and ($3::bigint is null or ordinal < $3)
order by ordinal desc
limit $4
