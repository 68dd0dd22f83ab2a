-- What became an entry: of the same form, or saved under its key.
delete from draft where author_id = $1 and patient_id = $2 and (form = $3 or operation_key = $4)
