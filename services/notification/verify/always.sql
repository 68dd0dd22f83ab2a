-- Nobody hears twice of one change, whatever version it was told from; and what was said is kept.
select 'told twice' as broken, subject_id || ' sequence ' || sequence as id
from message where state in ('sent', 'delivered') group by person_id, channel, template like 'appointment-%', subject_id, sequence having count(*) > 1
union all
select 'sent without its words', id::text from message where state in ('sent', 'delivered') and mail_text is null
