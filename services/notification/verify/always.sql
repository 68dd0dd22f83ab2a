-- Nobody hears twice of one change, whatever version it was told from.
select 'told twice' as broken, subject_id || ' sequence ' || sequence as id
from message where state in ('sent', 'delivered') group by person_id, channel, subject_id, sequence having count(*) > 1
