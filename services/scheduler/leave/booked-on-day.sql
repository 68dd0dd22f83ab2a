-- Visits of specialty $1 booked from $2 to before $3, in the order of their decisions, with the slot that they got and
-- the request; at most $4.
select d.appointment_id, d.decided_at, d.inputs #> '{seen,proposal,request}' as wishes,
  r.details ->> 'urgency' as urgency, f.due_date, ${placeColumns}
from decision_view d
join reservation r on r.appointment_id = d.appointment_id
join slot_view s on s.id = (d.outcome #>> '{reservation,slot,id}')::uuid
left join referral f on f.id = r.referral_id
where d.outcome ->> 'change' = 'booked' and s.specialty_id = $1 and d.decided_at >= $2 and d.decided_at < $3
order by d.decided_at, d.appointment_id
limit $4
