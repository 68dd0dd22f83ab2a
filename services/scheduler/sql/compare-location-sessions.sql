-- The sessions of a location, or all, are to be gone through again.
update session set materialised_until = null where $1::text is null or location_id = $1
