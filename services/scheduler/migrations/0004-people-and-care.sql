-- Who may act for whom, what clinicians ordered, and what delays there are today.

-- Somebody who books and reads for a patient. An ended one stays, for the record.
create table proxy(
  id uuid primary key,
  patient_id uuid not null,
  proxy_id uuid not null check (proxy_id <> patient_id),
  -- Who set it up: the patient by an invitation, or reception.
  granted_by uuid not null,
  since timestamptz not null,
  ended_at timestamptz null
);
create unique index proxy_once on proxy(patient_id, proxy_id) where ended_at is null;
create index proxy_by_proxy on proxy(proxy_id) where ended_at is null;

-- A code that makes whoever enters it the patient's proxy, once; only its hash is kept.
create table proxy_invitation(
  code_sha256 bytea primary key,
  patient_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz null
);
create index proxy_invitation_by_patient on proxy_invitation(patient_id);

-- A referral or a follow-up order (FHIR ServiceRequest): it gives a need its urgency and date. It is used while a
-- reservation that is not cancelled names it.
create table referral(
  id uuid primary key,
  patient_id uuid not null,
  kind text not null check (kind in ('referral', 'follow-up')),
  specialty_id text not null references specialty,
  visit_type_id text null references visit_type,
  provider_id uuid null references provider,
  urgency text not null check (urgency in ('routine', 'soon', 'urgent')),
  -- The patient should be seen between these dates.
  earliest_date date null,
  due_date date not null check (earliest_date is null or earliest_date <= due_date),
  ordered_by uuid not null references provider,
  ordered_at timestamptz not null,
  op_key text not null,
  withdrawn_at timestamptz null,
  unique (ordered_by, op_key)
);
create index referral_by_patient on referral(patient_id);

-- How late a provider is on a day of their location's calendar.
create table provider_delay(
  provider_id uuid not null references provider,
  day date not null,
  delay_min int not null check (delay_min between 0 and 480),
  changed_at timestamptz not null,
  primary key (provider_id, day)
);
