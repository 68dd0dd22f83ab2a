update session set materialised_until = $2 where id = $1
