select id from event_view where id > $1::bigint order by id limit $2
