-- No row when another version was written in between.
update reservation r
set slot_id = s.id, during = s.during, version = r.version + 1, status = $4, sequence = r.sequence + $5,
  -- Lateness was reported for the old time.
  late_min = case when r.slot_id = s.id then r.late_min else 0 end,
  awaits_answer = $7,
  -- The standing belongs to the old time; it stays while the visit keeps its slot.
  standing = case when r.slot_id = s.id then coalesce($8, r.standing) end,
  changed_at = $6, changed_xid = pg_current_xact_id()
from slot s
where r.appointment_id = $1 and r.version = $2 and s.id = $3
returning r.appointment_id
