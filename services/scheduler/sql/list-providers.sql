select p.id, p.name, p.title, p.team_id as "teamId",
  array(select specialty_id from provider_specialty ps where ps.provider_id = p.id order by 1) as "specialtyIds",
  array(select distinct location_id from session s where s.provider_id = p.id order by 1) as "locationIds"
from provider p
where p.is_active
order by p.name, p.id
