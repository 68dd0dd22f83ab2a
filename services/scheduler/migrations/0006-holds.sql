-- What the patient of a hold needs passes into the reservation; any of these makes the visit longer.
alter table hold
  add column needs text[] not null default '{}'
    check (needs <@ array['longer-visit', 'interpreter']);
