-- No row when another version was written in between. A visit that keeps its slot keeps its time, whether the slot is still
-- there or not. What gives the patient time back, a cancellation or another
-- time, marks what they wait for: see waiting/README.md.
with written as (
  update reservation r
  set slot_id = $3, during = coalesce(s.during, r.during), version = r.version + 1, status = $4, sequence = r.sequence + $5,
    -- Lateness was reported for the old time.
    late_min = case when r.slot_id = $3 then r.late_min else 0 end,
    awaits_answer = $7,
    -- The standing belongs to the old time; it stays while the visit keeps its slot.
    standing = case when r.slot_id = $3 then coalesce($8, r.standing) end,
    changed_at = $6, changed_xid = pg_current_xact_id()
  from reservation before left join slot s on s.id = $3 and s.id <> before.slot_id
  where r.appointment_id = $1 and r.version = $2 and before.appointment_id = r.appointment_id
  returning r.appointment_id, r.patient_id, r.status = 'cancelled' or r.slot_id <> before.slot_id as gives_time_back),
marked as (
  update waitlist_entry e
  set retry_at = $6
  from written
  where written.gives_time_back and e.patient_id = written.patient_id and e.state = 'waiting')
select appointment_id from written
