-- Stores the outcome of a claim ($2 is its number of tries) at $7. Returns no row when another sender has taken over since.
update message
set
  state = $3,
  failure = $4,
  provider_message_id = $5,
  sent_at = case when $3 = 'sent' then $7::timestamptz end,
  due_at = case when $3 = 'queued' then $7::timestamptz + make_interval(secs => $6::double precision / 1000) else due_at end
where id = $1 and tries = $2 and state = 'queued'
returning id
