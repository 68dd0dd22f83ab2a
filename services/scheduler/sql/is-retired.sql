select is_retired from slot where id = $1
