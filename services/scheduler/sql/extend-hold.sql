-- Once, while it is open, its time is not up and a rule still gives its slot. $2: milliseconds, $3: now.
update hold
set expires_at = expires_at + make_interval(secs => $2 / 1000.0), is_extended = true
where id = $1 and state = 'open' and entry_id is null and not is_extended and expires_at > $3
  and not exists (select from slot where slot.id = hold.slot_id and slot.is_retired)
returning expires_at
