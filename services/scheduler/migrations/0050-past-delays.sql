-- How late a clinician was on a day goes when the slots of that day do.
create index provider_delay_by_day on provider_delay(day);
grant delete on provider_delay to scheduler;
