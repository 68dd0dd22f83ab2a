-- Visits of specialty $1 booked from $2 to before $3, in the order of their decisions, with the slot that they got and
-- the request; at most $4. Its slot may have left the live ones.
select d.appointment_id, d.decided_at, d.inputs #> '{seen,proposal,request}' as wishes,
  r.details ->> 'urgency' as urgency, f.due_date, ${placeColumns}
from decision_view d
join reservation r on r.appointment_id = d.appointment_id
join lateral (
  select o.*, p.team_id, l.time_zone, v.notice_min, v.horizon_days
  from slot_of_any_time o
  join provider p on p.id = o.provider_id
  join location l on l.id = o.location_id
  join visit_type v on v.id = o.visit_type_id
  where o.id = (d.outcome #>> '{reservation,slot,id}')::uuid and o.start_at = (d.outcome ->> 'startAt')::timestamptz) s on true
left join referral f on f.id = r.referral_id
where d.outcome ->> 'change' = 'booked' and s.specialty_id = $1 and d.decided_at >= $2 and d.decided_at < $3
order by d.decided_at, d.appointment_id
limit $4
