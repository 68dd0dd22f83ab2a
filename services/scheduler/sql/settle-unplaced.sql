-- Of a leave that is called off: nobody has to care for a visit whose time is offered again, that was moved or cancelled,
-- or that has begun.
update leave_visit lv
set state = 'settled', changed_at = $2
from leave_visit_view v
join reservation r on r.appointment_id = v.appointment_id
join slot s on s.id = v.from_slot_id
where lv.leave_id = $1 and lv.state = 'unplaced' and v.leave_id = lv.leave_id and v.appointment_id = lv.appointment_id
  and (v.state <> 'unplaced' or not s.is_retired or s.start_at <= $2)
returning lv.appointment_id, r.version, r.patient_id, r.standing,
  v.state = 'unplaced' and s.start_at > $2 as is_coming
