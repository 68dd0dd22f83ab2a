-- Rows of the scheduler, each once.
insert into access (${accessColumns}, source_id)
select ${accessColumns}, source_id
from jsonb_to_recordset($1)
  as taken(at timestamptz, patient_id uuid, reader_id uuid, reader_name text, role text, action text, what text,
    why text, trace_id text, source_id uuid)
on conflict (source_id) where source_id is not null do nothing
