-- Stores the words, once, and only while the claim ($2, its number of tries) is still valid: in the partition of the message's
-- day, or beside the message where that day has none. Returns no row when another sender has taken over.
with claimed as (
  select id, queued_at,
    to_regclass('public.message_words_' || to_char(queued_at at time zone 'UTC', 'YYYYMMDD')) is not null as has_day
  from message
  where id = $1 and tries = $2 and state = 'queued' and recipient is null
  for update
),
apart as (
  insert into message_words (message_id, queued_at, recipient, mail_subject, mail_text, mail_html, mail_calendar)
  select id, queued_at, $3, $4, $5, $6, $7 from claimed where has_day
  on conflict do nothing
  returning message_id
),
beside as (
  update message m
  set recipient = $3, mail_subject = $4, mail_text = $5, mail_html = $6, mail_calendar = $7
  from claimed where m.id = claimed.id and not has_day
  returning m.id
)
select message_id as id from apart union all select id from beside
