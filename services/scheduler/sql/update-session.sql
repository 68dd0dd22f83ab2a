-- $10 and $11: first and last date. Its slots are to be compared with it again.
update session
set location_id = $2, visit_type_id = $3, mode = $4, weekday = $5, starts = $6, ends = $7, seats = $8,
  reserved_for = $9, effective = daterange($10::date, $11::date + 1), reserved_share = $12::int / 100.0,
  release_before_min = $13, version = version + 1, materialised_until = null
where id = $1
