select id, name from region order by name, id
