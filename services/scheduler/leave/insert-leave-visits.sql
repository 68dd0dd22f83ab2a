-- A visit has one open row: an earlier one is settled by this.
with before as (
  update leave_visit set state = 'settled', changed_at = $5
  where appointment_id = any ($2::uuid[]) and leave_id <> $1 and state in ('proposed', 'unplaced'))
insert into leave_visit(leave_id, appointment_id, from_slot_id, to_slot_id, state, changed_at)
select $1, v.appointment_id, v.from_slot_id, v.to_slot_id,
  case when v.to_slot_id is null then 'unplaced' else 'proposed' end, $5
from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as v(appointment_id, from_slot_id, to_slot_id)
-- A closure that was removed and is added again may hit the same visit once more.
on conflict (leave_id, appointment_id) do update
set from_slot_id = excluded.from_slot_id, to_slot_id = excluded.to_slot_id, state = excluded.state,
  changed_at = excluded.changed_at, unreached_at = null, called_at = null
