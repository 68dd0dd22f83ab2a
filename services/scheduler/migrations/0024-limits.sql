-- What one patient may book by themselves, and who changed what of the policy.

alter table policy
  -- Counted of what a patient, or somebody for them, books without staff and without a referral.
  add column open_visits_per_specialty int not null default 5 check (open_visits_per_specialty between 1 and 100000),
  add column open_series_per_specialty int not null default 2 check (open_series_per_specialty between 0 and 100000),
  -- In 24 hours, cancelled or not; a series counts once.
  add column new_visits_per_day int not null default 10 check (new_visits_per_day between 1 and 100000),
  add column moves_per_day int not null default 10 check (moves_per_day between 1 and 100000),
  add column waiting_places int not null default 6 check (waiting_places between 0 and 1000),
  -- Later than this before the visit, a cancellation is a late one.
  add column late_cancellation_hours int not null default 24 check (late_cancellation_hours between 0 and 336),
  add column version int not null default 1;

-- Each change of the policy, with the version it made: {"moves_per_day": [10, 20]}.
create table policy_change(
  version int primary key,
  changed_by uuid not null,
  changed_at timestamptz not null,
  differences jsonb not null
);

-- How many visits a patient booked of late is counted before each booking.
create index reservation_by_patient_and_time on reservation(patient_id, booked_at);
drop index reservation_by_patient;

-- Booked by the patient, or by somebody for them, and not by staff or what a clinician ordered.
create function is_own_booking(visit reservation) returns boolean
language sql stable parallel safe as $$
  select visit.referral_id is null and not visit.details ? 'by_staff'
    and (visit.series_id is null or not exists (
      select from reservation f where f.series_id = visit.series_id and f.referral_id is not null))
$$;

grant select, update on policy to scheduler;
grant insert, select on policy_change to scheduler;
