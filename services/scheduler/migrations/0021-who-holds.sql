-- Who asked for a browsing hold: staff may change what they hold for a patient, and never what the patient holds.
-- Null for an offer of the waiting list, which nobody asked for, and for holds made before, which count as the patient's.
alter table hold add column held_by uuid null;
