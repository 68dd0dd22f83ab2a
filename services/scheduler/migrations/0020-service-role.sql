-- What the service may do, and no more: its role owns nothing, so that decisions stay whatever the code does. A
-- migration that adds a table, or a statement that needs another right, grants it the same way.
grant select on location, provider, provider_specialty, schema_migration, specialty, visit_type to scheduler;
grant select on leave_visit_view, referral_view, reservation_view, slot_view, waitlist_fit, waitlist_view to scheduler;
grant insert, select on decision, series to scheduler;
grant insert, select, update on
  leave_visit, provider_delay, provider_leave, proxy, referral, reservation, session, slot, waitlist_entry to scheduler;
grant delete, insert, select on closure to scheduler;
grant delete, insert, select, update on hold, outbox, proxy_invitation to scheduler;
grant usage on sequence outbox_id_seq to scheduler;
