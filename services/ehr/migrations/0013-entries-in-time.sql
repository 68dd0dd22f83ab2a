-- What was recorded since an instant, for `npm run verify -- --since`. Entries are only added, so it is written at its end.
create index entry_by_time on entry(recorded_at);
