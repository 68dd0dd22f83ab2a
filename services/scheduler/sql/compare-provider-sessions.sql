-- The sessions of a provider that have not ended by $2 are to be gone through again.
update session set materialised_until = null
where provider_id = $1 and coalesce(upper(effective), 'infinity') > $2::date
