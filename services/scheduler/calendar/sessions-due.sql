-- Sessions whose slots do not reach as far ahead as they should; $1 now, $2 days ahead. Providers of a specialty stand
-- beside each other, since only one transaction at a time writes slots of a specialty. West of Greenwich a day begins
-- later than in UTC: such a session is listed in vain until its day begins.
select s.id, s.provider_id
from session s
join provider p on p.id = s.provider_id and p.is_active
join visit_type v on v.id = s.visit_type_id
where s.materialised_until is null
  or (s.materialised_until < least(($1::timestamptz at time zone 'UTC')::date + $2::int, coalesce(upper(s.effective), 'infinity')))
order by min(v.specialty_id) over (partition by s.provider_id), s.provider_id, s.id
