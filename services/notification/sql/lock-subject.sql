-- One decision at a time about what one appointment's patient is owed.
select pg_advisory_xact_lock(hashtextextended($1, 0))
