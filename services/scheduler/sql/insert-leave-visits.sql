insert into leave_visit(leave_id, appointment_id, from_slot_id, to_slot_id, state, changed_at)
select $1, v.appointment_id, v.from_slot_id, v.to_slot_id,
  case when v.to_slot_id is null then 'unplaced' else 'proposed' end, $5
from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as v(appointment_id, from_slot_id, to_slot_id)
