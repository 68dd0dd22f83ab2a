select ${entryColumns}
from waitlist_view w
where appointment_id = $1
