select id, name, address, time_zone as "timeZone", phone, step_free_route as "stepFreeRoute"
from location
order by name, id
