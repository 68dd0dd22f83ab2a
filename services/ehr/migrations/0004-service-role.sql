-- What the service may do, and no more: its role owns nothing, so that it cannot switch off what keeps clinical facts
-- and the record of who looked as they are. A migration that adds a table, or a statement that needs another right,
-- grants it the same way.
grant select on schema_migration to ehr;
grant insert, select on access, entry to ehr;
grant insert, select, update on chart to ehr;
grant delete, insert, select, update on outbox to ehr;
