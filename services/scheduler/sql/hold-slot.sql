update slot set state = 'held' where id = $1 and state = 'free' returning id
