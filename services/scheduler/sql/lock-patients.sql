-- One change at a time per patient, as lock-patient does; in the order of the list, which is sorted.
select pg_advisory_xact_lock(hashtextextended('patient ' || id, 0)) from unnest($1::text[]) as id
