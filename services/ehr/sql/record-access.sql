insert into access (at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
returning (select version from chart where chart.patient_id = access.patient_id) as chart_version
