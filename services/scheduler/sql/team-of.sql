select team_id from provider where id = $1 and is_active
