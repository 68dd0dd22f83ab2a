-- A slot that was extended for a longer visit gets its own end back, and the slot that it took in is settled as well.
with freed as (
  update slot
  set state = 'settling', end_at = coalesce(own_end_at, end_at), own_end_at = null,
    blocks = tstzrange(lower(blocks), coalesce(own_end_at, end_at) + (upper(blocks) - end_at))
  where id = any ($1::uuid[]) and state in ('booked', 'held')
  returning id, specialty_id),
released as (
  update slot n set state = 'settling', merged_into = null
  from freed
  where n.merged_into = freed.id
  returning n.id)
select id, specialty_id from freed
