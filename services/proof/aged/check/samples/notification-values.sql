-- Values that the statements of notification are tried with. $1: the instant that the rows are told from.
with busiest as (
  select person_id from message where queued_at > $1::timestamptz - interval '60 days'
  group by person_id order by count(*) desc, person_id limit 1),
newest as (
  select m.id, m.subject_id, m.tries, m.ordinal, m.queued_at, w.recipient, w.mail_subject, w.mail_text, w.mail_html, w.mail_calendar
  from message m left join message_words w on w.message_id = m.id and w.queued_at = m.queued_at
  order by m.ordinal desc limit 1)
select $1::timestamptz as now, busiest.person_id as person, newest.id as message, newest.subject_id as subject,
  newest.tries, newest.ordinal, newest.mail_subject, newest.recipient, newest.mail_text, newest.mail_html,
  newest.mail_calendar, newest.queued_at
from busiest cross join newest;
