-- Ended offers are kept longer than other holds, so each kind is found by an index of its own.
drop index hold_ended;
create index hold_ended on hold(expires_at) where state <> 'open' and entry_id is null;
create index offer_ended on hold(expires_at) where state <> 'open' and entry_id is not null;
