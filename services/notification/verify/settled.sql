select 'a message is still to be sent' as broken, id::text as id from message where state = 'queued' and due_at < now()
union all
select 'a message failed', id::text from message where state = 'failed' and queued_at > now() - interval '1 day'
