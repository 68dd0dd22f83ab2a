-- Decisions are read in the order in which they were made.
create index decision_by_time on decision(decided_at, appointment_id, version);
