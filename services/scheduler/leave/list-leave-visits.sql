-- Every visit of disruption $1, or (null) all visits that staff have to settle; $4: only this visit. After the last one
-- of the page before ($2, $3).
select lv.leave_id, lv.appointment_id, lv.version, lv.patient_id, lv.state, lv.status, lv.changed_at, lv.urgency,
  lv.booked_at, lv.due_date, lv.is_unreached, to_jsonb(f) as from_slot, to_jsonb(t) as to_slot, f.start_at, f.time_zone, d.kind
from leave_visit_view lv
join disruption d on d.id = lv.leave_id
join slot_view f on f.id = lv.from_slot_id
left join slot_view t on t.id = lv.to_slot_id
where case when $1::uuid is null then lv.state in ('unplaced', 'refused')
    or (lv.state = 'proposed' and lv.is_unreached) else lv.leave_id = $1 end
  and ($2::timestamptz is null or (f.start_at, lv.appointment_id) > ($2, $3::uuid))
  and ($4::uuid is null or lv.appointment_id = $4)
order by f.start_at, lv.appointment_id
limit $5
