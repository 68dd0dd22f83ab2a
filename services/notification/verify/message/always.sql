-- Nobody hears twice of one change, whatever version it was told from and however long ago; what was said is kept for its
-- time, and a message is in one table. $1 is now, $2 the messages whose turn it is.
with asked as (
  select id, ordinal, person_id, channel, template like 'appointment-%' as is_of_visit, subject_id, sequence, state, mail_text,
    queued_at, is_past, queued_at > $1::timestamptz - interval '${message_words_days} days' as is_young
  from message_view where ordinal = any($2::bigint[]))
select 'told twice' as broken, subject_id || ' sequence ' || sequence as id
from asked a
where state in ('sent', 'delivered') and exists (
  select from message_view m
  where m.subject_id = a.subject_id and m.id <> a.id and m.state in ('sent', 'delivered')
    and (m.person_id, m.channel, m.template like 'appointment-%', m.sequence)
      = (a.person_id, a.channel, a.is_of_visit, a.sequence))
union all
select 'sent without its words', id::text
from asked a
where state in ('sent', 'delivered') and mail_text is null and is_young
  and not exists (select from message_words w where w.message_id = a.id and w.queued_at = a.queued_at)
union all
select 'a message has left before its time', id::text from asked where is_past and is_young
union all
select 'a message is among the young and the past', id::text
from asked where is_past and exists (select from message m where m.id = asked.id)
