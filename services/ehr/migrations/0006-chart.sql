-- Which version of an entry a chart shows to whom, and while the chart had which versions. So what lasts is found without
-- reading what happened, and a page of a chart as it was when it was opened without reading what came before or after.

-- How much an entry weighs in a chart: what weighs more comes first, and what weighs more than 1 lasts. What does not say
-- that it is over, lasts.
create function weight_of(kind text, body jsonb) returns int immutable parallel safe language sql as $$
  select case
    when kind = 'allergy' then 5
    when kind = 'condition' and coalesce(body ->> 'clinicalStatus', '') not in ('inactive', 'resolved') then 4
    when kind = 'medication' and coalesce(body ->> 'status', '') not in ('completed', 'stopped') then 3
    when kind = 'correction-request' and coalesce(body ->> 'state', '') not in ('corrected', 'declined') then 2
    else 1
  end
$$;

create table shown_entry (
  entry_id uuid not null,
  audience text not null check (audience in ('patient', 'provider')),
  version int not null,
  patient_id uuid not null,
  kind text not null,
  weight int not null check (weight >= 1),
  -- The chart's version with which the entry was added: its place in the chart, whatever becomes of it.
  position int not null,
  -- It is what the audience sees of the entry from this version of the chart on, until (and without) the second.
  starts int not null,
  ends int not null,
  -- Of what is written in it.
  octets int not null,
  primary key (entry_id, audience, version),
  check (starts < ends)
);
create index shown_last on shown_entry (patient_id, audience, kind, weight desc, position desc) where ends = 2147483647;
create index shown_before on shown_entry (patient_id, audience, ends) where ends < 2147483647;
create index entry_withdrawn on entry (entry_id, version) where release = 'never';

insert into shown_entry (entry_id, audience, version, patient_id, kind, weight, position, starts, ends, octets)
select each.entry_id, each.audience, each.version, each.patient_id, each.kind, weight_of(each.kind, each.body),
  each.position, each.chart_version, each.ends, each.octets
from (
  select entry.entry_id, audience, entry.version, entry.patient_id, entry.kind, entry.body, entry.release,
    entry.chart_version, first.chart_version as position,
    octet_length(entry.body::text) + octet_length(entry.author_name)
      + coalesce(octet_length(entry.amend_reason), 0) as octets,
    coalesce(
      lead(entry.chart_version) over (partition by entry.entry_id, audience order by entry.version),
      2147483647) as ends
  from entry
  join entry first on first.entry_id = entry.entry_id and first.version = 1
  cross join unnest(array['patient', 'provider']) as audience
  where audience = 'provider' or entry.release in ('now', 'never')
) each
where each.audience = 'provider' or each.release = 'now';

-- Kept by the database itself, as the owner, so that nothing that writes an entry can leave it out or change it later.
create function show_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;
revoke execute on function show_entry() from public;
create trigger entry_is_shown after insert on entry for each row execute function show_entry();
grant select on shown_entry to ehr;

-- What somebody is writing and has not signed yet: theirs alone, one for each form of a chart, gone when it is signed, when
-- they discard it, or 30 days after they last saved it.
create table draft (
  author_id uuid not null,
  patient_id uuid not null,
  form text not null check (form ~ '^[a-z0-9-]{1,60}$'),
  version int not null check (version >= 1),
  -- What was typed, by the name of its field.
  fields jsonb not null check (octet_length(fields::text) <= 262144),
  -- Of the entry that it becomes.
  operation_key text not null,
  saved_at timestamptz not null,
  primary key (author_id, patient_id, form)
);
create index draft_by_age on draft (saved_at);
grant delete, insert, select, update on draft to ehr;
