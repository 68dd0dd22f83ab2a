-- A refused try: one row a minute for each reader, patient and thing. Ids under which nobody is known here leave 30 rows a
-- minute for each reader at most, so that nobody can fill the table with made-up ones.
insert into access(${accessColumns})
select $1, $2, $3, coalesce((select name from provider where id = $3), ''), $4, 'try', $5, 'none', $6
where exists (select from reservation where patient_id = $2)
  or exists (select from waitlist_entry where patient_id = $2)
  or exists (select from referral where patient_id = $2)
  or exists (select from proxy where patient_id = $2)
  or (
    select count(*)
    from (select from access where reader_id = $3 and action = 'try' and at > $1::timestamptz - interval '1 minute' limit 30) tries
  ) < 30
on conflict do nothing
