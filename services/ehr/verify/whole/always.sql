select 'could be overwritten' as broken, name as id
from unnest(array['entry_is_append_only', 'access_is_append_only', 'entry_is_shown']) as name
where not exists (select from pg_trigger where tgname = name and tgenabled <> 'D')
