-- Slots of sessions that begin after $2, locked, so that nobody takes one while they are compared with the rules.
select id, session_id, provider_id, visit_id, state, is_retired, merged_into,
  start_at, coalesce(own_end_at, end_at) as end_at, lower(blocks) as blocks_from, upper(blocks) as blocks_to,
  own_end_at is not null as is_longer, visit_type_id, location_id, mode, reserved_for, release_at
from slot
where session_id = any ($1::uuid[]) and start_at > $2
  -- What began long ago is passed over in the index, which goes by the clocks of the place.
  and local_start > ($2::timestamptz at time zone 'UTC') - interval '15 hours'
order by id
for no key update
