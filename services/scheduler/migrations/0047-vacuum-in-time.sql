-- Vacuum comes when one row in a hundred is dead, not one in five: of five million slots that would be a million.
--
-- Measured on the aged hospital (a twentieth of it, 283,000 slots), the first 500 free slots of a specialty held and freed
-- again, without vacuum. The first 60 times of a search read 5 pages when all was vacuumed, and 61 to 65 after 3,000 as
-- after 203,000 updates: the index drops its dead entries itself, but each time is looked up in the table. The table grew
-- by 131 bytes an update. After vacuum the search read 6 pages again.
--
-- No room is left in pages (fillfactor): of 253 updates of slots, 60 of reservations and 14 of waiting entries none could
-- stay in its page without the indexes, as each changes a column of an index or the condition of one.
alter table slot set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,
  autovacuum_analyze_scale_factor = 0.02);
alter table reservation set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,
  autovacuum_analyze_scale_factor = 0.02);
alter table waitlist_entry set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,
  autovacuum_analyze_scale_factor = 0.02);
alter table hold set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,
  autovacuum_analyze_scale_factor = 0.02);
