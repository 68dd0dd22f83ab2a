-- How far somebody who acts for a patient may go, who vouched for it, and until when.

-- What the hospital has decided, in one row; an administrator changes it. Units stand in the names.
create table policy(
  is_the_one boolean primary key default true check (is_the_one),
  -- A child's link ends on the birthday at which they decide for themselves.
  proxy_child_until_age_years int not null default 16 check (proxy_child_until_age_years between 10 and 21),
  -- A link to an adult's record that staff made lapses unless a colleague confirms it within this time.
  proxy_confirm_within_hours int not null default 24 check (proxy_confirm_within_hours between 1 and 168),
  -- A link to an adult that staff made ends after this time and is made anew, with evidence, if it is still needed.
  proxy_by_staff_for_days int not null default 365 check (proxy_by_staff_for_days between 1 and 3660)
);
insert into policy default values;

-- A code allows what was chosen when it was made. Codes that are open opened the record when they were given.
alter table proxy_invitation
  add column scope text not null default 'record' check (scope in ('bookings', 'record'));

-- The default of scope is for processes of the release before, while both run: what they write opens the record, as it
-- did, and stands on the list of privacy.
alter table proxy
  add column scope text not null default 'record' check (scope in ('bookings', 'record')),
  -- Asked of staff; a patient who gives a code owes nobody a reason.
  add column evidence text not null default '',
  add column reason text not null default '',
  add column expires_at timestamptz null,
  -- Set where a colleague has to confirm the link before it opens anything.
  add column confirm_by timestamptz null,
  add column confirmed_by uuid null,
  add column confirmed_at timestamptz null,
  add column ended_by uuid null,
  -- The patient said "this was not me".
  add column disputed_at timestamptz null,
  add column reviewed_by uuid null,
  add column reviewed_at timestamptz null,
  add column version int not null default 1,
  add column changed_xid xid8 not null default pg_current_xact_id(),
  add check ((confirmed_by is null) = (confirmed_at is null)),
  add check ((reviewed_by is null) = (reviewed_at is null)),
  -- Nobody is the second pair of eyes for their own act, nor for themselves.
  add constraint proxy_confirmed_by_another check (confirmed_by not in (granted_by, patient_id, proxy_id)),
  add constraint proxy_reviewed_by_another check (
    reviewed_by not in (granted_by, patient_id, proxy_id, coalesce(confirmed_by, granted_by)));

-- Links that exist keep what they opened (the default), since relatives rely on it: those by a code without an end, as the
-- patient made them. Those that staff made carry no evidence, and nobody here knows who is a child (birth dates are
-- elsewhere): they end within the time a link by staff has, and stand on the list that privacy reviews until then and
-- after. A link that somebody of staff made to themselves ends at once.
update proxy set expires_at = now() + make_interval(days => (select proxy_by_staff_for_days from policy))
where granted_by <> patient_id and ended_at is null;
update proxy set ended_at = now(), version = 2 where granted_by = proxy_id and ended_at is null;
alter table proxy add constraint proxy_not_to_oneself check (granted_by <> proxy_id or ended_at is not null);

-- A link to bookings may work while one to the record waits for its confirmation.
drop index proxy_once;
create unique index proxy_once on proxy(patient_id, proxy_id, scope) where ended_at is null;
create index proxy_changed on proxy(changed_xid, id);
create index proxy_unconfirmed on proxy(confirm_by) where ended_at is null and confirmed_at is null;
create index proxy_to_review on proxy((disputed_at is null), since, id) where reviewed_at is null;

-- What a link is at a time: the one place that says which links open something.
create function proxy_state(link proxy, at_time timestamptz) returns text
language sql immutable parallel safe as $$
  select case
    when link.ended_at is not null then 'ended'
    when link.confirm_by is not null and link.confirmed_at is null
      then case when link.confirm_by > at_time then 'unconfirmed' else 'lapsed' end
    when link.expires_at <= at_time then 'expired'
    else 'active'
  end
$$;

-- Lets whoever reads the patient's mail dispute the link that a notice is about. Only the hash of the secret is kept, as
-- long as the link.
create table proxy_notice(
  secret_sha256 bytea primary key,
  link_id uuid not null references proxy,
  made_at timestamptz not null
);
create index proxy_notice_by_link on proxy_notice(link_id);

grant select on policy to scheduler;
grant insert, select on proxy_notice to scheduler;
