-- What a patient thinks is wrong stands in the chart as an entry of its own, and its answer as the next version.
alter table entry drop constraint entry_kind_check;
alter table entry add constraint entry_kind_check check (
  kind in ('encounter-note', 'condition', 'allergy', 'medication', 'observation', 'correction-request'));
