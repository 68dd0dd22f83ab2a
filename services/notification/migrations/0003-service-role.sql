-- What the service may do, and no more: its role owns nothing, and no message is ever deleted. A migration that adds a
-- table, or a statement that needs another right, grants it the same way.
grant select on schema_migration to notification;
grant insert, select, update on follower_cursor, message to notification;
