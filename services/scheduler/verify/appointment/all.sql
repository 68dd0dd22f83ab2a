-- Whatever has versions: visits, waiting entries, and what was decided of either. Behind $1, the first $2.
select id
from (
  (select appointment_id as id from reservation where appointment_id > $1::uuid order by 1 limit $2)
  union
  (select appointment_id from waitlist_entry where appointment_id > $1 order by 1 limit $2)
  union
  (select distinct appointment_id from decision_view where appointment_id > $1 order by 1 limit $2)) as versioned
order by id limit $2
