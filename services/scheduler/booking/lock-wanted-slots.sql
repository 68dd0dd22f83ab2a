-- Slots ($1, $2) with all that a booking shows of them. Those of $1 come with all seats of their starts, since any free
-- seat will do. Locked in the order of their ids, so that two transactions that want the same two slots do not
-- deadlock.
select ${lockedSlotColumns}
from slot s
join provider p on p.id = s.provider_id
join specialty sp on sp.id = s.specialty_id
join visit_type v on v.id = s.visit_type_id
join location l on l.id = s.location_id
where s.id = any (array(
    select o.id from slot w join slot o on o.session_id = w.session_id and o.local_start = w.local_start and o.visit_id = w.visit_id
    where w.id = any ($1::uuid[])
    union all
    select unnest($2::uuid[])))
order by s.id
for no key update of s
