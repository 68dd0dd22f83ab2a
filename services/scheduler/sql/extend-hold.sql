-- Once, while it is open and its time is not up. $2: milliseconds, $3: now.
update hold
set expires_at = expires_at + make_interval(secs => $2 / 1000.0), is_extended = true
where id = $1 and state = 'open' and entry_id is null and not is_extended and expires_at > $3
returning expires_at
