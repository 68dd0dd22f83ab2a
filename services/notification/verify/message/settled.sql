select 'a message failed' as broken, id::text as id
from message
where ordinal = any($2::bigint[]) and state = 'failed' and queued_at > $1::timestamptz - interval '1 day'
