-- At most $1 messages that are due at $3, for $2 ms. Claimed rows are due again when the lease ends, so that no message is
-- lost when a sender dies.
update message
set tries = tries + 1, due_at = $3::timestamptz + make_interval(secs => $2::double precision / 1000)
where id in (
  select id from message
  where state = 'queued' and due_at <= $3
  order by due_at
  limit $1
  for update skip locked
)
returning
  id, person_id, template, subject_id, subject_version, sequence, tries, changed_at, queued_at, failure,
  recipient, mail_subject, mail_text, mail_html, mail_calendar
