-- What became of each visit that a leave met. Whoever was moved or cancelled otherwise, or came, is settled: nobody has
-- to say so.
create view leave_visit_view as
select lv.leave_id, lv.appointment_id, lv.from_slot_id, lv.to_slot_id, lv.changed_at,
  case
    when lv.state = 'proposed' and not r.awaits_answer then 'settled'
    when lv.state = 'unplaced' and (r.slot_id <> lv.from_slot_id or r.status <> 'booked') then 'settled'
    else lv.state
  end as state,
  r.version, r.patient_id, r.status, r.booked_at, r.details ->> 'urgency' as urgency, r.referral_id, f.due_date
from leave_visit lv
join reservation r on r.appointment_id = lv.appointment_id
left join referral f on f.id = r.referral_id;
