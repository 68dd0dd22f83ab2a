-- One change at a time per patient; released with the transaction.
select pg_advisory_xact_lock(hashtextextended('patient ' || $1, 0))
