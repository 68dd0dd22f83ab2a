select id from slot where id > $1::uuid order by id limit $2
