delete from draft where author_id = $1 and patient_id = $2 and form = $3
