insert into follower_cursor (source, cursor) values ($1, $2)
on conflict (source) do update set cursor = excluded.cursor, updated_at = now()
