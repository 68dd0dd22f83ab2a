select provider_id from session where id = $1
