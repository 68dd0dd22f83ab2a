-- The ledger: what was sent to whom, about which version of what. Rows are never deleted and never recur.
create table message (
  id uuid primary key,
  -- The order in which messages were queued; lists page by it.
  ordinal bigint generated always as identity unique,
  person_id text not null,
  channel text not null check (channel in ('email', 'sms')),
  template text not null check (template in ('appointment-booked', 'appointment-moved', 'appointment-cancelled')),
  -- The appointment it is about, and the version of it that called for it.
  subject_id text not null,
  subject_version integer not null check (subject_version > 0),
  -- RFC 5545 SEQUENCE at that version: one message at most per sequence.
  sequence integer not null check (sequence >= 0),
  state text not null check (state in ('queued', 'sent', 'delivered', 'failed', 'suppressed')),
  tries integer not null default 0 check (tries >= 0),
  -- While queued: not before this instant. A sender that claims the row moves it behind its lease.
  due_at timestamptz not null,
  -- Why the last try failed or why nothing was sent, in words.
  failure text not null default '',
  -- What the receiving server answered.
  provider_message_id text null,
  -- The exact words, rendered once, before the first attempt to hand them over.
  recipient text null,
  mail_subject text null,
  mail_text text null,
  mail_html text null,
  mail_calendar text null,
  -- When the appointment changed, when this was queued, when it was handed over.
  changed_at timestamptz not null,
  queued_at timestamptz not null default now(),
  sent_at timestamptz null,
  unique (person_id, channel, template, subject_id, subject_version),
  check ((state in ('sent', 'delivered')) = (sent_at is not null)),
  check ((mail_text is null) = (recipient is null)),
  check (state not in ('failed', 'suppressed') or failure <> '')
);

create index message_due on message (due_at) where state = 'queued';
create index message_by_person on message (person_id, ordinal desc);
create index message_by_subject on message (subject_id, ordinal desc);

-- How far each follower of another service's history has read.
create table follower_cursor (
  source text primary key,
  cursor text not null,
  updated_at timestamptz not null default now()
);
