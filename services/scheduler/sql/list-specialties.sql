select id, name, plain_name as "plainName" from specialty order by name, id
