-- Whoever makes slots sees every closure that is saved, and one that is being saved waits; $1: whether to save one.
select case when $1 then pg_advisory_xact_lock(hashtextextended('closures', 0))
  else pg_advisory_xact_lock_shared(hashtextextended('closures', 0)) end
