-- Written from the migrations; change those and write it again.

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $function$
;

create table access (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  patient_id uuid not null,
  reader_id uuid not null,
  role text not null,
  what text not null,
  why text not null,
  trace_id text not null,
  reader_name text default ''::text not null,
  action text default 'read'::text not null,
  source_id uuid
);

create table chart (
  patient_id uuid not null,
  version integer not null
);

create table entry (
  entry_id uuid not null,
  version integer not null,
  patient_id uuid not null,
  kind text not null,
  body jsonb not null,
  release text not null,
  author_id uuid not null,
  recorded_at timestamp with time zone not null,
  amend_reason text,
  chart_version integer not null,
  operation_key text not null,
  request_sha256 bytea not null,
  author_name text default ''::text not null,
  checks jsonb
);

create table follower_cursor (
  source text not null,
  cursor text not null,
  updated_at timestamp with time zone not null
);

create table outbox (
  id bigint generated always as identity not null,
  key uuid not null,
  version integer not null,
  type text not null,
  payload jsonb not null,
  traceparent text,
  created_at timestamp with time zone not null,
  published_at timestamp with time zone
);

alter table access add constraint access_action_check CHECK ((action = ANY (ARRAY['read'::text, 'write'::text, 'try'::text])));
alter table access add constraint access_role_check CHECK ((role ~ '^[A-Za-z]{1,40}$'::text));
alter table access add constraint access_try_check CHECK (((action = 'try'::text) = (why = 'none'::text)));
alter table access add constraint access_what_check CHECK ((what ~ '^[a-z-]{1,40}$'::text));
alter table access add constraint access_why_check CHECK ((why ~ '^[a-z-]{1,40}$'::text));
alter table access add constraint access_pkey PRIMARY KEY (id);
alter table chart add constraint chart_version_check CHECK ((version >= 0));
alter table chart add constraint chart_pkey PRIMARY KEY (patient_id);
alter table entry add constraint entry_check CHECK (((amend_reason IS NULL) = (version = 1)));
alter table entry add constraint entry_kind_check CHECK ((kind = ANY (ARRAY['encounter-note'::text, 'condition'::text, 'allergy'::text, 'medication'::text, 'observation'::text, 'correction-request'::text])));
alter table entry add constraint entry_release_check CHECK ((release = ANY (ARRAY['now'::text, 'after-review'::text, 'never'::text])));
alter table entry add constraint entry_version_check CHECK ((version >= 1));
alter table entry add constraint entry_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES chart(patient_id);
alter table entry add constraint entry_pkey PRIMARY KEY (entry_id, version);
alter table entry add constraint entry_author_id_operation_key_key UNIQUE (author_id, operation_key);
alter table entry add constraint entry_patient_id_chart_version_key UNIQUE (patient_id, chart_version);
alter table follower_cursor add constraint follower_cursor_pkey PRIMARY KEY (source);
alter table outbox add constraint outbox_key_version_fkey FOREIGN KEY (key, version) REFERENCES entry(entry_id, version);
alter table outbox add constraint outbox_pkey PRIMARY KEY (id);
alter table outbox add constraint outbox_key_version_key UNIQUE (key, version);

CREATE INDEX access_in_time ON public.access USING btree (patient_id, at DESC, id DESC);
CREATE INDEX access_of_others ON public.access USING btree (patient_id, at DESC, id DESC) WHERE (why <> 'own-record'::text);
CREATE UNIQUE INDEX access_taken_once ON public.access USING btree (source_id) WHERE (source_id IS NOT NULL);
CREATE INDEX access_tries ON public.access USING btree (reader_id, at) WHERE ((action = 'try'::text) AND (source_id IS NULL));
CREATE UNIQUE INDEX access_try_once ON public.access USING btree (reader_id, patient_id, what, date_trunc('minute'::text, (at AT TIME ZONE 'UTC'::text))) WHERE ((action = 'try'::text) AND (source_id IS NULL));
CREATE INDEX entry_by_patient ON public.entry USING btree (patient_id, entry_id, version DESC);
CREATE INDEX entry_of_medicines ON public.entry USING btree (patient_id, entry_id, version DESC) WHERE (kind = ANY (ARRAY['allergy'::text, 'medication'::text]));
CREATE INDEX outbox_by_age ON public.outbox USING btree (created_at);
CREATE INDEX outbox_unpublished ON public.outbox USING btree (id) WHERE (published_at IS NULL);

CREATE TRIGGER access_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

grant insert, select on access to ehr;
grant insert, select, update on chart to ehr;
grant insert, select on entry to ehr;
grant insert, select, update on follower_cursor to ehr;
grant delete, insert, select, update on outbox to ehr;
grant select on schema_migration to ehr;
