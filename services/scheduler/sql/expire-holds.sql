update hold set state = 'expired'
where slot_id = any ($1::uuid[]) and state = 'open' and expires_at <= $2
returning slot_id
