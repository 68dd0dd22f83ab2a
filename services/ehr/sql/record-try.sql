-- A refused try: one row a minute for each reader, patient and thing. Ids under which nobody is known ($7 says whether
-- somebody is) leave 30 rows a minute for each reader at most, so that nobody can fill the table with made-up ones.
insert into access (${accessColumns})
select $1, $2, $3, $4, $5, 'try', $6, 'none', $8
where $7::boolean
  or exists (select from chart where patient_id = $2)
  or (
    select count(*)
    from (
      select from access
      where reader_id = $3 and action = 'try' and source_id is null and at > $1::timestamptz - interval '1 minute'
      limit 30
    ) tries
  ) < 30
on conflict do nothing
