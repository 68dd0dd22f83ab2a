-- Entries in the order of their ids, so that two who want the same two do not wait for each other.
select appointment_id
from waitlist_entry
where appointment_id = any (array(select unnest($1::uuid[])))
order by appointment_id
for no key update
