insert into chart (patient_id, version)
values ($1, 0)
on conflict do nothing
