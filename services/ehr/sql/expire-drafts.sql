-- As many as $2 of those not saved since $1; another process takes others.
delete from draft
where (author_id, patient_id, form) in (
  select author_id, patient_id, form from draft where saved_at < $1 order by saved_at limit $2 for update skip locked)
returning form
