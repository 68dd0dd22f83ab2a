-- A patient's open offers: none at overlapping times.
create index hold_offers_by_patient on hold(patient_id) where state = 'open' and entry_id is not null;
