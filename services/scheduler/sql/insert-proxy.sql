insert into proxy(id, patient_id, proxy_id, granted_by, since) values ($1, $2, $3, $4, $5)
returning patient_id, proxy_id, since
