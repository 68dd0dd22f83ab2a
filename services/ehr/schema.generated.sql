-- Written from the migrations; change those and write it again.

CREATE OR REPLACE FUNCTION public.check_erasable(person uuid, at timestamp with time zone, kept_years integer)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  last timestamptz;
begin
  select max(c.at) into last from public.person_contact c where c.person_id = person;
  if last >= public.erasable_before(at, kept_years) then
    raise exception 'there was contact with this person in the last % years', kept_years
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  return last;
end $function$
;
CREATE OR REPLACE FUNCTION public.database_clock()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$select statement_timestamp()$function$
;
CREATE OR REPLACE FUNCTION public.drop_outbox_sent_day(at timestamp with time zone, kept_days integer)
 RETURNS date
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '1s'
AS $function$
declare
  before date;
  name text;
  day date;
begin
  if at is null or kept_days is null or kept_days < 35 then
    raise exception 'sent events are kept for 35 days at least, and not for %', kept_days
      using errcode = 'invalid_parameter_value';
  end if;
  before := (least(at, public.database_clock()) at time zone 'UTC')::date - kept_days;
  if not pg_try_advisory_xact_lock(hashtextextended('outbox_sent', 0)) then
    return null;
  end if;
  select c.relname into name
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'public.outbox_sent'::regclass and c.relname ~ '^outbox_sent_[0-9]{8}$'
  order by c.relname limit 1;
  day := to_date(right(name, 8), 'YYYYMMDD');
  if day is null or day >= before then
    return null;
  end if;
  execute format('drop table public.%I', name);
  return day;
end $function$
;
CREATE OR REPLACE FUNCTION public.erasable_before(at timestamp with time zone, kept_years integer)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if at is null or kept_years is null or kept_years < 8 then
    raise exception 'a person is kept for 8 years at least after the last contact, and not for %', kept_years
      using errcode = 'invalid_parameter_value';
  end if;
  return least(at, public.database_clock()) - make_interval(years => kept_years);
end $function$
;
CREATE OR REPLACE FUNCTION public.erase_person(person uuid, at timestamp with time zone, kept_years integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '3s'
AS $function$
declare
  counts jsonb := '{}';
  entries uuid[];
  target record;
  gone int;
begin
  -- What writes to the chart waits here.
  perform from public.chart c where c.patient_id = person for update;
  perform public.check_erasable(person, at, kept_years);
  entries := array(select distinct e.entry_id from public.entry e where e.patient_id = person);
  perform set_config('healthbooker.erasing', 'person', true);
  for target in
    -- What refers to another comes before it.
    select * from (values
      ('draft', 'patient_id = $1'),
      ('outbox', 'key = any ($2)'),
      ('outbox_sent', 'key = any ($2)'),
      ('shown_entry', 'patient_id = $1'),
      ('entry', 'patient_id = $1'),
      ('chart', 'patient_id = $1'),
      ('access', 'patient_id = $1')) as t(name, condition)
  loop
    execute format('delete from public.%I where %s', target.name, target.condition) using person, entries;
    get diagnostics gone = row_count;
    counts := counts || jsonb_build_object(target.name, gone);
  end loop;
  perform set_config('healthbooker.erasing', '', true);
  return counts;
end $function$
;
CREATE OR REPLACE FUNCTION public.make_outbox_sent_day(day date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '1s'
AS $function$
declare
  today constant date := (public.database_clock() at time zone 'UTC')::date;
  name constant text := 'outbox_sent_' || to_char(day, 'YYYYMMDD');
begin
  if day is null or day < today - 400 or day > today + 31 then
    raise exception 'a day of sent events is made from 400 days back to 31 days ahead, and not %', day
      using errcode = 'invalid_parameter_value';
  end if;
  if to_regclass('public.' || name) is not null then
    return false;
  end if;
  -- Two processes at once: the second finds it made. What the session remembers of names may be older than the lock.
  perform pg_advisory_xact_lock(hashtextextended('outbox_sent', 0));
  if exists (select from pg_class where relname = name and relnamespace = 'public'::regnamespace) then
    return false;
  end if;
  -- Attached, not created as a partition: that would lock out whoever publishes.
  execute format('create table public.%I (like public.outbox_sent including defaults including constraints)', name);
  execute format('alter table public.outbox_sent attach partition public.%I for values from (%L) to (%L)',
    name, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and current_setting('healthbooker.erasing', true) = 'person' then
    return null;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $function$
;
CREATE OR REPLACE FUNCTION public.show_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  place int := coalesce(
    (select chart_version from public.entry where entry_id = new.entry_id and version = 1), new.chart_version);
  whose text;
begin
  foreach whose in array case new.release when 'after-review' then '{provider}' else '{patient,provider}' end::text[] loop
    update public.shown_entry set ends = least(ends, new.chart_version)
    where entry_id = new.entry_id and audience = whose and version = (
      select max(version) from public.shown_entry
      where entry_id = new.entry_id and audience = whose and version < new.version);
    continue when whose = 'patient' and new.release <> 'now';
    insert into public.shown_entry (
      entry_id, audience, version, patient_id, kind, weight, position, starts, ends, octets)
    values (
      new.entry_id, whose, new.version, new.patient_id, new.kind, public.weight_of(new.kind, new.body), place,
      new.chart_version,
      coalesce(
        (select min(chart_version) from public.entry
         where entry_id = new.entry_id and version > new.version and (whose = 'provider' or release <> 'after-review')),
        2147483647),
      octet_length(new.body::text) + octet_length(new.author_name) + coalesce(octet_length(new.amend_reason), 0)
        -- A column that a later migration adds.
        + coalesce(octet_length(to_jsonb(new) ->> 'checks'), 0));
  end loop;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.weight_of(kind text, body jsonb)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case
    when kind = 'allergy' then 5
    when kind = 'condition' and coalesce(body ->> 'clinicalStatus', '') not in ('inactive', 'resolved') then 4
    when kind = 'medication' and coalesce(body ->> 'status', '') not in ('completed', 'stopped') then 3
    when kind = 'correction-request' and coalesce(body ->> 'state', '') not in ('corrected', 'declined') then 2
    else 1
  end
$function$
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

create table draft (
  author_id uuid not null,
  patient_id uuid not null,
  form text not null,
  version integer not null,
  fields jsonb not null,
  operation_key text not null,
  saved_at timestamp with time zone not null
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

create table outbox_sent (
  id bigint not null,
  sent_at timestamp with time zone default database_clock() not null,
  key uuid not null,
  version integer not null,
  type text not null,
  payload jsonb not null,
  traceparent text,
  created_at timestamp with time zone not null
);

create table shown_entry (
  entry_id uuid not null,
  audience text not null,
  version integer not null,
  patient_id uuid not null,
  kind text not null,
  weight integer not null,
  "position" integer not null,
  starts integer not null,
  ends integer not null,
  octets integer not null
);

alter table access add constraint access_action_check CHECK ((action = ANY (ARRAY['read'::text, 'write'::text, 'try'::text])));
alter table access add constraint access_role_check CHECK ((role ~ '^[A-Za-z]{1,40}$'::text));
alter table access add constraint access_try_check CHECK (((action = 'try'::text) = (why = 'none'::text)));
alter table access add constraint access_what_check CHECK ((what ~ '^[a-z-]{1,40}$'::text));
alter table access add constraint access_why_check CHECK ((why ~ '^[a-z-]{1,40}$'::text));
alter table access add constraint access_pkey PRIMARY KEY (id);
alter table chart add constraint chart_version_check CHECK ((version >= 0));
alter table chart add constraint chart_pkey PRIMARY KEY (patient_id);
alter table draft add constraint draft_fields_check CHECK ((octet_length((fields)::text) <= 262144));
alter table draft add constraint draft_form_check CHECK ((form ~ '^[a-z0-9-]{1,60}$'::text));
alter table draft add constraint draft_version_check CHECK ((version >= 1));
alter table draft add constraint draft_pkey PRIMARY KEY (author_id, patient_id, form);
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
alter table outbox_sent add constraint outbox_sent_pkey PRIMARY KEY (id, sent_at);
alter table shown_entry add constraint shown_entry_audience_check CHECK ((audience = ANY (ARRAY['patient'::text, 'provider'::text])));
alter table shown_entry add constraint shown_entry_check CHECK ((starts < ends));
alter table shown_entry add constraint shown_entry_weight_check CHECK ((weight >= 1));
alter table shown_entry add constraint shown_entry_pkey PRIMARY KEY (entry_id, audience, version);

CREATE INDEX access_in_time ON public.access USING btree (patient_id, at DESC, id DESC);
CREATE INDEX access_of_others ON public.access USING btree (patient_id, at DESC, id DESC) WHERE (why <> 'own-record'::text);
CREATE UNIQUE INDEX access_taken_once ON public.access USING btree (source_id) WHERE (source_id IS NOT NULL);
CREATE INDEX access_tries ON public.access USING btree (reader_id, at) WHERE ((action = 'try'::text) AND (source_id IS NULL));
CREATE UNIQUE INDEX access_try_once ON public.access USING btree (reader_id, patient_id, what, date_trunc('minute'::text, (at AT TIME ZONE 'UTC'::text))) WHERE ((action = 'try'::text) AND (source_id IS NULL));
CREATE INDEX draft_by_age ON public.draft USING btree (saved_at);
CREATE INDEX entry_by_patient ON public.entry USING btree (patient_id, entry_id, version DESC);
CREATE INDEX entry_by_time ON public.entry USING btree (recorded_at);
CREATE INDEX entry_withdrawn ON public.entry USING btree (entry_id, version) WHERE (release = 'never'::text);
CREATE INDEX outbox_by_age ON public.outbox USING btree (created_at);
CREATE INDEX outbox_unpublished ON public.outbox USING btree (id) WHERE (published_at IS NULL);
CREATE INDEX outbox_sent_by_key ON ONLY public.outbox_sent USING btree (key, version);
CREATE INDEX shown_before ON public.shown_entry USING btree (patient_id, audience, ends) WHERE (ends < 2147483647);
CREATE INDEX shown_last ON public.shown_entry USING btree (patient_id, audience, kind, weight DESC, "position" DESC) WHERE (ends = 2147483647);

create view event_view as
 SELECT outbox.id,
    outbox.key,
    outbox.version,
    outbox.type,
    outbox.payload,
    outbox.traceparent,
    outbox.created_at,
    outbox.published_at
   FROM outbox
UNION ALL
 SELECT outbox_sent.id,
    outbox_sent.key,
    outbox_sent.version,
    outbox_sent.type,
    outbox_sent.payload,
    outbox_sent.traceparent,
    outbox_sent.created_at,
    outbox_sent.sent_at AS published_at
   FROM outbox_sent;
create view person_contact as
 SELECT entry.patient_id AS person_id,
    entry.recorded_at AS at
   FROM entry
UNION ALL
 SELECT draft.patient_id AS person_id,
    draft.saved_at AS at
   FROM draft
UNION ALL
 SELECT access.patient_id AS person_id,
        CASE
            WHEN ((access.action = 'write'::text) OR ((access.action = 'read'::text) AND (access.role = ANY (ARRAY['Patients'::text, 'proxy'::text])))) THEN access.at
            ELSE '-infinity'::timestamp with time zone
        END AS at
   FROM access
UNION ALL
 SELECT chart.patient_id AS person_id,
    '-infinity'::timestamp with time zone AS at
   FROM chart;

CREATE TRIGGER access_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_is_shown AFTER INSERT ON public.entry FOR EACH ROW EXECUTE FUNCTION show_entry();

grant insert, select on access to ehr;
grant insert, select, update on chart to ehr;
grant delete, insert, select, update on draft to ehr;
grant insert, select on entry to ehr;
grant insert, select, update on follower_cursor to ehr;
grant delete, insert, select, update on outbox to ehr;
grant insert, select on outbox_sent to ehr;
grant select on schema_migration to ehr;
grant select on shown_entry to ehr;
