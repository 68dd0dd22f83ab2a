-- Written from the migrations; change those and write it again.

create table follower_cursor (
  source text not null,
  cursor text not null,
  updated_at timestamp with time zone default now() not null
);

create table message (
  id uuid not null,
  ordinal bigint generated always as identity not null,
  person_id text not null,
  channel text not null,
  template text not null,
  subject_id text not null,
  subject_version integer not null,
  sequence integer not null,
  state text not null,
  tries integer default 0 not null,
  due_at timestamp with time zone not null,
  failure text default ''::text not null,
  provider_message_id text,
  recipient text,
  mail_subject text,
  mail_text text,
  mail_html text,
  mail_calendar text,
  changed_at timestamp with time zone not null,
  queued_at timestamp with time zone default now() not null,
  sent_at timestamp with time zone
);

alter table follower_cursor add constraint follower_cursor_pkey PRIMARY KEY (source);
alter table message add constraint message_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text])));
alter table message add constraint message_check CHECK (((state = ANY (ARRAY['sent'::text, 'delivered'::text])) = (sent_at IS NOT NULL)));
alter table message add constraint message_check1 CHECK (((mail_text IS NULL) = (recipient IS NULL)));
alter table message add constraint message_check2 CHECK (((state <> ALL (ARRAY['failed'::text, 'suppressed'::text])) OR (failure <> ''::text)));
alter table message add constraint message_sequence_check CHECK ((sequence >= 0));
alter table message add constraint message_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'suppressed'::text])));
alter table message add constraint message_subject_version_check CHECK ((subject_version > 0));
alter table message add constraint message_template_check CHECK ((template = ANY (ARRAY['appointment-booked'::text, 'appointment-moved'::text, 'appointment-cancelled'::text, 'appointment-unplaced'::text, 'appointment-restored'::text, 'offer-made'::text, 'offer-ended'::text, 'waitlist-lapsed'::text, 'proxy-asked'::text, 'proxy-opened'::text, 'proxy-disputed'::text, 'identity-confirmed'::text, 'identity-refused'::text, 'email-left'::text, 'email-changed'::text, 'phone-changed'::text])));
alter table message add constraint message_tries_check CHECK ((tries >= 0));
alter table message add constraint message_pkey PRIMARY KEY (id);
alter table message add constraint message_ordinal_key UNIQUE (ordinal);
alter table message add constraint message_person_id_channel_template_subject_id_subject_versi_key UNIQUE (person_id, channel, template, subject_id, subject_version);

CREATE INDEX message_by_person ON public.message USING btree (person_id, ordinal DESC);
CREATE INDEX message_by_subject ON public.message USING btree (subject_id, ordinal DESC);
CREATE INDEX message_due ON public.message USING btree (due_at) WHERE (state = 'queued'::text);

grant insert, select, update on follower_cursor to notification;
grant insert, select, update on message to notification;
grant select on schema_migration to notification;
