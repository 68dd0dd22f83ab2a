-- Within the transaction that writes the reservation's next version.
update reservation set late_min = $2 where appointment_id = $1
