-- No row when another process has moved it on from $2 already.
insert into follower_cursor (source, cursor, updated_at)
values ($1, $3, $4)
on conflict (source) do update set cursor = excluded.cursor, updated_at = excluded.updated_at
where follower_cursor.cursor = $2
returning source
