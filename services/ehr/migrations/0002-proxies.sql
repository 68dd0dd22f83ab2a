-- Who acts for a patient reads their record in a role of its own, so that the patient sees it.
alter table access drop constraint access_role_check;
alter table access add constraint access_role_check check (role in ('Patients', 'Providers', 'proxy'));
alter table access drop constraint access_why_check;
alter table access add constraint access_why_check check (why in ('own-record', 'care-relationship', 'proxy'));
