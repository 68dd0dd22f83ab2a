insert into session(id, provider_id, location_id, visit_type_id, mode, weekday, starts, ends, seats, effective,
  reserved_for, reserved_share, release_before_min)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, daterange($10::date, $11::date + 1), $12, $13::int / 100.0, $14)
