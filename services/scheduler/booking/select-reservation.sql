select ${reservationColumns}
from reservation_view r
where appointment_id = $1
