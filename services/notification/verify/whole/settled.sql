select 'a message is still to be sent' as broken, id::text as id from message where state = 'queued' and due_at < $1
