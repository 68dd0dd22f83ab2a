-- Where somebody waits in the specialty, new slots are settled before anybody else sees them.
-- What is there already, or overlaps another slot of the provider, is left out. No visit with its buffers takes
-- 12 hours.
insert into slot(id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id,
  start_at, end_at, blocks, reserved_for, release_at, state)
select p.id, $1, p.local_start, p.seat, p.visit_id, $2, $3, $4, $5, p.start_at, p.end_at,
  tstzrange(p.start_at - make_interval(mins => $6), p.end_at + make_interval(mins => $7)),
  p.reserved_for, p.release_at,
  case when exists (select from waitlist_entry w where w.specialty_id = $3 and w.state = 'waiting')
    then 'settling' else 'free' end
from unnest($8::uuid[], $9::timestamp[], $10::int[], $11::uuid[], $12::timestamptz[], $13::timestamptz[],
  $14::text[], $15::timestamptz[])
  as p(id, local_start, seat, visit_id, start_at, end_at, reserved_for, release_at)
where not exists (
  select from slot o
  where o.provider_id = $2 and o.state <> 'closed' and o.visit_id <> p.visit_id
    and o.start_at between p.start_at - interval '12 hours' and p.end_at + interval '12 hours'
    and o.blocks && tstzrange(p.start_at - make_interval(mins => $6), p.end_at + make_interval(mins => $7)))
on conflict do nothing
returning id
