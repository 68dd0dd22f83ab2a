-- One row for each patient, with the reader's name as the directory has it now.
insert into access(at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
select $1, whose.patient_id, $2, coalesce((select name from provider where id = $2), ''), $3, $4, $5, $6, $7
from (select distinct unnest($8::uuid[]) as patient_id) whose
