select 'a message is still to be sent' as broken, id::text as id from message where state = 'queued' and due_at < $1
union all
select 'a message failed', id::text from message where state = 'failed' and queued_at > $1::timestamptz - interval '1 day'
