select form, saved_at
from draft
where author_id = $1 and patient_id = $2
order by saved_at desc
