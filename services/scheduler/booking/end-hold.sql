update hold set state = $2 where id = $1 and state = 'open' returning slot_id
