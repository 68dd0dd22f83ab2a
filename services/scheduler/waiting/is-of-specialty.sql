-- Whether a provider ($1) belongs to a team that has the specialty ($2).
select exists (
  select
  from provider own
  join provider c on c.team_id = own.team_id and c.is_active
  join provider_specialty ps on ps.provider_id = c.id
  where own.id = $1 and own.is_active and ps.specialty_id = $2) as is_of
