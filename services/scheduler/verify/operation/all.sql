-- Whoever asked for something, or for whom it was asked: operations are kept by person.
select distinct patient_id as id from operation where patient_id > $1::uuid order by 1 limit $2
