update reservation r set series_id = $1, series_place = item.place
from unnest($2::uuid[], $3::int[]) as item(appointment_id, place)
where r.appointment_id = item.appointment_id
