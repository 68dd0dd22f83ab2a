-- Whatever the hospital does that hits booked visits: a leave, a closure, a change of a session. `leave_visit` has a row
-- for each visit that was hit.

create table disruption(
  -- A leave's and a closure's own id; the one of another change is chosen by who saves it.
  id uuid primary key,
  kind text not null check (kind in ('leave', 'closure', 'session-ended', 'session-changed', 'rules')),
  -- Null where it is not of one provider, or one location.
  provider_id uuid null references provider,
  location_id text null references location,
  -- What was changed, on the calendar of its place; without end: until further notice. Null for a leave, which has instants.
  dates daterange null check (not isempty(dates) and not lower_inf(dates)),
  note text not null default '',
  created_at timestamptz not null,
  -- What the change of a session was asked with, and what it did to slots: the same request again is answered as before.
  request_sha256 bytea null,
  slots_added int not null default 0,
  slots_retired int not null default 0,
  check ((kind = 'leave') = (dates is null))
);
create index disruption_newest on disruption(created_at desc, id desc);

-- A leave is a disruption, whichever release saves it. Instants are kept to the millisecond, as programs read them.
create function leave_is_disruption() returns trigger language plpgsql as $$
begin
  insert into disruption(id, kind, provider_id, created_at)
  values (new.id, 'leave', new.provider_id, date_trunc('milliseconds', new.created_at));
  return new;
end
$$;
create trigger leave_is_disruption after insert on provider_leave
for each row execute function leave_is_disruption();
insert into disruption(id, kind, provider_id, created_at)
select id, 'leave', provider_id, date_trunc('milliseconds', created_at) from provider_leave;

alter table leave_visit drop constraint leave_visit_leave_id_fkey;
alter table leave_visit add constraint leave_visit_leave_id_fkey foreign key (leave_id) references disruption;

-- Visits whose time was taken away and that stand on no list are looked for each minute: `adopt-stranded.ts`.
create index slot_retired_and_booked on slot(start_at, id) where is_retired and state = 'booked';

grant insert, select, update on disruption to scheduler;
