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
  select max(c.at) into last from public.person_contact c where c.person_id = person::text;
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
CREATE OR REPLACE FUNCTION public.drop_message_past_month(at timestamp with time zone, kept_months integer)
 RETURNS date
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select public.drop_partition('message_past', 'month', at, kept_months, 12)
$function$
;
CREATE OR REPLACE FUNCTION public.drop_message_words_day(at timestamp with time zone, kept_days integer)
 RETURNS date
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select public.drop_partition('message_words', 'day', at, kept_days, 7)
$function$
;
CREATE OR REPLACE FUNCTION public.drop_partition(parent text, unit text, at timestamp with time zone, kept integer, kept_at_least integer)
 RETURNS date
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '1s'
AS $function$
declare
  before date;
  name text;
  first date;
begin
  if at is null or kept is null or kept < kept_at_least then
    raise exception '% is kept for % %s at least, and not for %', parent, kept_at_least, unit, kept
      using errcode = 'invalid_parameter_value';
  end if;
  before := date_trunc(unit, least(at, public.database_clock()) at time zone 'UTC') - kept * ('1 ' || unit)::interval;
  if not pg_try_advisory_xact_lock(hashtextextended(parent, 0)) then
    return null;
  end if;
  select c.relname into name
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = format('public.%I', parent)::regclass and c.relname ~ '_[0-9]{6}([0-9]{2})?$'
  order by c.relname limit 1;
  first := to_date(substring(name from '_([0-9]+)$'), case unit when 'day' then 'YYYYMMDD' else 'YYYYMM' end);
  if first is null or first >= before then
    return null;
  end if;
  execute format('drop table public.%I', name);
  return first;
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
CREATE OR REPLACE FUNCTION public.erase_person(person uuid, subjects uuid[], at timestamp with time zone, kept_years integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '3s'
AS $function$
declare
  counts jsonb := '{}';
  messages uuid[];
  target record;
  gone int;
begin
  perform public.check_erasable(person, at, kept_years);
  messages := array(
    select m.id from public.message m where m.person_id = person::text or m.subject_id = any (subjects::text[])
    union
    select m.id from public.message_past m where m.person_id = person::text or m.subject_id = any (subjects::text[]));
  for target in
    select * from (values
      ('message_words', 'message_id = any ($3)'),
      ('message', 'person_id = $1 or subject_id = any ($2)'),
      ('message_past', 'person_id = $1 or subject_id = any ($2)')) as t(name, condition)
  loop
    execute format('delete from public.%I where %s', target.name, target.condition)
      using person::text, subjects::text[], messages;
    get diagnostics gone = row_count;
    counts := counts || jsonb_build_object(target.name, gone);
  end loop;
  return counts;
end $function$
;
CREATE OR REPLACE FUNCTION public.make_message_past_month(day date)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select public.make_partition('message_past', 'month', day)
$function$
;
CREATE OR REPLACE FUNCTION public.make_message_words_day(day date)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select public.make_partition('message_words', 'day', day)
$function$
;
CREATE OR REPLACE FUNCTION public.make_partition(parent text, unit text, day date)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '1s'
AS $function$
declare
  today constant date := (public.database_clock() at time zone 'UTC')::date;
  first constant date := date_trunc(unit, day::timestamp);
  name constant text := parent || '_' || to_char(first, case unit when 'day' then 'YYYYMMDD' else 'YYYYMM' end);
begin
  if first is null or day < today - interval '120 months' or day > today + interval '2 months' then
    raise exception 'a % of % is made from 120 months back to 2 months ahead, and not %', unit, parent, day
      using errcode = 'invalid_parameter_value';
  end if;
  if to_regclass(format('public.%I', name)) is not null then
    return false;
  end if;
  -- Two processes at once: the second finds it made. What the session remembers of names may be older than the lock.
  perform pg_advisory_xact_lock(hashtextextended(parent, 0));
  if exists (select from pg_class where relname = name and relnamespace = 'public'::regnamespace) then
    return false;
  end if;
  -- Attached, not created as a partition: that would lock out whoever reads or writes the others.
  execute format('create table public.%I (like public.%I including defaults including constraints)', name, parent);
  execute format('alter table public.%I attach partition public.%I for values from (%L) to (%L)',
    parent, name, first::timestamp at time zone 'UTC', (first + ('1 ' || unit)::interval) at time zone 'UTC');
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION public.move_past_messages(ids uuid[], at timestamp with time zone, words_days integer, kept_months integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  clock constant timestamptz := least(at, public.database_clock());
  gone int;
begin
  if at is null or words_days is null or kept_months is null or words_days < 7 or kept_months < 12 then
    raise exception 'messages are kept with their words for 7 days and without for 12 months at least, and not for % and %',
      words_days, kept_months using errcode = 'invalid_parameter_value';
  end if;
  with over as (
    delete from public.message where id = any (array(
      select id from public.message
      where id = any (ids) and state <> 'queued' and queued_at < clock - make_interval(days => words_days)
      for update skip locked))
    returning *),
  moved as (
    insert into public.message_past (id, ordinal, person_id, channel, template, subject_id, subject_version, sequence, state,
      tries, failure, provider_message_id, changed_at, queued_at, sent_at)
    select id, ordinal, person_id, channel, template, subject_id, subject_version, sequence, state,
      tries, failure, provider_message_id, changed_at, queued_at, sent_at
    from over
    where queued_at >= (date_trunc('month', clock at time zone 'UTC') - make_interval(months => kept_months)) at time zone 'UTC')
  select count(*) into gone from over;
  return gone;
end $function$
;

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

create table message_past (
  id uuid not null,
  ordinal bigint not null,
  person_id text not null,
  channel text not null,
  template text not null,
  subject_id text not null,
  subject_version integer not null,
  sequence integer not null,
  state text not null,
  tries integer not null,
  failure text not null,
  provider_message_id text,
  changed_at timestamp with time zone not null,
  queued_at timestamp with time zone not null,
  sent_at timestamp with time zone
);

create table message_words (
  message_id uuid not null,
  queued_at timestamp with time zone not null,
  recipient text not null,
  mail_subject text not null,
  mail_text text not null,
  mail_html text not null,
  mail_calendar text not null
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
alter table message_past add constraint message_past_state_check CHECK ((state <> 'queued'::text));
alter table message_past add constraint message_past_pkey PRIMARY KEY (ordinal, queued_at);
alter table message_words add constraint message_words_pkey PRIMARY KEY (message_id, queued_at);

CREATE INDEX message_by_person ON public.message USING btree (person_id, ordinal DESC);
CREATE INDEX message_by_subject ON public.message USING btree (subject_id, ordinal DESC);
CREATE INDEX message_due ON public.message USING btree (due_at) WHERE (state = 'queued'::text);
CREATE INDEX message_past_by_person ON ONLY public.message_past USING btree (person_id, ordinal DESC);
CREATE INDEX message_past_by_subject ON ONLY public.message_past USING btree (subject_id, ordinal DESC);

create view message_view as
 SELECT message.id,
    message.ordinal,
    message.person_id,
    message.channel,
    message.template,
    message.subject_id,
    message.subject_version,
    message.sequence,
    message.state,
    message.tries,
    message.failure,
    message.provider_message_id,
    message.changed_at,
    message.queued_at,
    message.sent_at,
    message.mail_subject,
    message.mail_text,
    false AS is_past
   FROM message
UNION ALL
 SELECT message_past.id,
    message_past.ordinal,
    message_past.person_id,
    message_past.channel,
    message_past.template,
    message_past.subject_id,
    message_past.subject_version,
    message_past.sequence,
    message_past.state,
    message_past.tries,
    message_past.failure,
    message_past.provider_message_id,
    message_past.changed_at,
    message_past.queued_at,
    message_past.sent_at,
    NULL::text AS mail_subject,
    NULL::text AS mail_text,
    true AS is_past
   FROM message_past;
create view person_contact as
 SELECT message.person_id,
    GREATEST(message.queued_at, message.changed_at, message.sent_at) AS at
   FROM message
UNION ALL
 SELECT message_past.person_id,
    GREATEST(message_past.queued_at, message_past.changed_at, message_past.sent_at) AS at
   FROM message_past;

grant insert, select, update on follower_cursor to notification;
grant insert, select, update on message to notification;
grant select on message_view to notification;
grant insert, select on message_words to notification;
grant select on schema_migration to notification;
