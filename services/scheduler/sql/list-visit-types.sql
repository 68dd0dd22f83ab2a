select id, name, specialty_id as "specialtyId", length_min as "lengthMinutes", preparation
from visit_type
order by specialty_id, name, id
