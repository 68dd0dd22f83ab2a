insert into series(id, patient_id, every_weeks, created_at) values ($1, $2, $3, $4) on conflict do nothing returning id
