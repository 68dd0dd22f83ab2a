-- What was asked before a version was written: the findings of the medicines check, why the author wrote it in spite of
-- them, what the table of medicines did not know, and unlikely values that were confirmed. Null when nothing was asked.
alter table entry add column checks jsonb null;

-- All current medicines and allergies of a chart are read by every write of one, however long the chart is.
create index entry_of_medicines on entry (patient_id, entry_id, version desc) where kind in ('allergy', 'medication');
