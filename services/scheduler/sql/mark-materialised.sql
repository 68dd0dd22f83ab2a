update session s
set materialised_until = p.until
from unnest($1::uuid[], $2::date[]) as p(id, until)
where s.id = p.id
