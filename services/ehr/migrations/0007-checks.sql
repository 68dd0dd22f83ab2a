-- What was asked before a version was written: the findings of the medicines check, why the author wrote it in spite of
-- them, what the table of medicines did not know, and unlikely values that were confirmed. Null when nothing was asked.
alter table entry add column checks jsonb null;
