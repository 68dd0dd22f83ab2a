-- One settler per specialty at a time; released with the transaction.
select pg_advisory_xact_lock(hashtextextended('specialty ' || $1, 0))
