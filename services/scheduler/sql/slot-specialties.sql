select distinct specialty_id from slot where id = any ($1::uuid[])
