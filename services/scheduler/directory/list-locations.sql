select id, name, address, time_zone as "timeZone", phone, step_free_route as "stepFreeRoute",
  region_id as "regionId"
from location
order by name, id
