select ordinal as id from message_view where ordinal > $1::bigint order by 1 limit $2
