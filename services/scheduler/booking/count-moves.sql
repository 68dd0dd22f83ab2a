-- How often visits of a patient ($1) were moved in the 24 hours before $2, not by staff. A series counts once. A move
-- that answers a change made by the hospital does not count.
select count(distinct d.op_key)::int as moves
from reservation r join decision d on d.appointment_id = r.appointment_id
where r.patient_id = $1 and r.changed_at > $2::timestamptz - interval '24 hours'
  and d.decided_at > $2::timestamptz - interval '24 hours'
  and d.outcome ->> 'change' = 'moved' and d.inputs ->> 'askedBy' = 'patient'
  and not coalesce((d.inputs -> 'seen' ->> 'isAnswer')::boolean, false)
