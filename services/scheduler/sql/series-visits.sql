-- The visits of a series, in their order.
select r.appointment_id, r.version, r.status, r.series_place, r.slot_id, s.local_start, s.provider_id
from reservation r join slot s on s.id = r.slot_id
where r.series_id = $1
order by r.series_place
