-- What changed since an instant, for `npm run verify -- --since`. Each is written at its end only, and only when the row has
-- a new version.
create index reservation_by_time on reservation(changed_at);
create index waitlist_entry_by_time on waitlist_entry(changed_at);
create index access_by_time on access(at);
