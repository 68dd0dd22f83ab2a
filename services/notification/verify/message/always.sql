-- Nobody hears twice of one change, whatever version it was told from; and what was said is kept. $1 is now, $2 the
-- messages whose turn it is.
with asked as (
  select id, person_id, channel, template like 'appointment-%' as is_of_visit, subject_id, sequence, mail_text, $1::timestamptz as at
  from message where ordinal = any($2::bigint[]) and state in ('sent', 'delivered'))
select 'told twice' as broken, subject_id || ' sequence ' || sequence as id
from asked a
where exists (
  select from message m
  where m.subject_id = a.subject_id and m.id <> a.id and m.state in ('sent', 'delivered')
    and (m.person_id, m.channel, m.template like 'appointment-%', m.sequence)
      = (a.person_id, a.channel, a.is_of_visit, a.sequence))
union all
select 'sent without its words', id::text from asked where mail_text is null
