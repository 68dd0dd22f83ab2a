-- Whether what an order names exists and goes together. $1 specialty, $2 visit type, $3 provider, $4 who orders.
select exists (select from specialty where id = $1) as has_specialty,
  $2::text is null or exists (select from visit_type where id = $2 and specialty_id = $1) as has_visit_type,
  $3::uuid is null or exists (
    select from provider p join provider_specialty ps on ps.provider_id = p.id
    where p.id = $3 and p.is_active and ps.specialty_id = $1) as has_provider,
  exists (
    select from provider own
    join provider mate on mate.team_id = own.team_id and mate.is_active
    join provider_specialty ps on ps.provider_id = mate.id and ps.specialty_id = $1
    where own.id = $4) as is_own_team
