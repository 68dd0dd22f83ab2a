-- Free slots of one kind of visit in order of time: what a waiting entry could be given, what stands in for a visit that
-- loses its time or for a date of a series. `slot_free` begins with the specialty, all kinds of which lie between.
create index slot_free_of_kind on slot(visit_type_id, start_at, visit_id, seat)
  include (id, provider_id, location_id, mode, end_at, reserved_for, release_at) where state = 'free';

-- Who waits for a kind of visit, each class of urgency in its order: a slot suits nobody who waits for another kind.
create index waitlist_entry_waiting_for on waitlist_entry(visit_type_id, urgency, enrolled_at, tie_break collate "C", appointment_id)
  where state = 'waiting';
