-- One session of a provider at a time, so that no two give overlapping slots; released with the transaction.
select pg_advisory_xact_lock(hashtextextended('provider ' || $1, 0))
