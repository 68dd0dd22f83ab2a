-- The sessions of a location, or all, that have not ended by $2 are to be gone through again.
update session set materialised_until = null
where ($1::text is null or location_id = $1) and coalesce(upper(effective), 'infinity') > $2::date
