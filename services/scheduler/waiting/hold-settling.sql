-- Only a slot that nobody has, and only when its provider has no other visit at that time.
update slot s
set state = 'held'
where s.id = $1 and s.state in ('settling', 'free')
  and not exists (
    select from slot o
    where o.provider_id = s.provider_id and o.visit_id <> s.visit_id and o.blocks && s.blocks
      and o.state in ('held', 'booked'))
returning s.id
