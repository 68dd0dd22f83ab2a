-- Values that the statements of the scheduler are tried with. $1: the instant that the rows are told from. Each is of the
-- kind that costs most: the busiest provider, the patient with most visits, a day that is full.
with now as (select $1::timestamptz as at),
busy as (
  select s.provider_id, s.specialty_id, s.visit_type_id, s.location_id, s.mode
  from slot s, now
  where s.state = 'booked' and s.start_at between at and at + interval '14 days'
  group by s.provider_id, s.specialty_id, s.visit_type_id, s.location_id, s.mode
  order by count(*) desc, s.provider_id limit 1),
frequent as (
  select patient_id from reservation where booked_at > (select at from now) - interval '60 days'
  group by patient_id order by count(*) desc, patient_id limit 1),
visit as (
  select r.appointment_id, r.version, r.slot_id, r.patient_id
  from reservation r join slot s on s.id = r.slot_id, now
  where r.status = 'booked' and not s.is_retired and s.start_at > at + interval '5 days' order by s.start_at, s.id limit 1),
free as (
  select s.* from slot s, busy, now
  where s.state = 'free' and s.specialty_id = busy.specialty_id and s.visit_type_id = busy.visit_type_id
    and s.location_id = busy.location_id and s.seat = 1 and s.release_at is null and s.start_at > at + interval '10 days'
  order by s.start_at, s.id limit 60),
-- Free, and while its provider is nowhere else.
open_slot as (
  select f.* from free f
  where not exists (select from slot o where o.provider_id = f.provider_id and o.blocks && f.blocks
    and o.state in ('held', 'booked') offset 0)
  order by f.start_at, f.id limit 1),
waits as (
  select e.* from waitlist_entry e where e.state = 'waiting' order by e.enrolled_at, e.appointment_id limit 1),
offer as (
  select h.* from hold h where h.state = 'open' and h.entry_id is not null order by h.id limit 1),
browsing as (
  select h.* from hold h, now where h.state = 'open' and h.entry_id is null and h.expires_at > at order by h.id limit 1),
link as (
  select p.* from proxy p where p.ended_at is null and p.reviewed_at is null order by p.id limit 1),
class as (
  select s.* from slot s, now
  where s.seat = 2 and s.start_at > at and s.state = 'free' order by s.start_at, s.id limit 1),
decided as (
  select d.* from decision d join visit v on v.appointment_id = d.appointment_id order by d.version limit 1),
own_free as (
  select s.id from slot s, busy, now
  where s.provider_id = busy.provider_id and s.state = 'free' and s.start_at > at and s.start_at < at + interval '60 days'
  order by s.start_at limit 20),
-- As many as `next-settling` lets be settled at once while so many wait there.
settled as (
  select id from own_free
  limit (select greatest(1, 50000 / greatest(1, count(*))) from waitlist_entry, busy
    where state = 'waiting' and waitlist_entry.specialty_id = busy.specialty_id))
select
  (select at from now) as now,
  (select at::date from now) as today,
  (select at - interval '1 day' from now) as yesterday,
  (select at - interval '30 days' from now) as month_ago,
  (select at - interval '7 days' from now) as week_ago,
  (select at - interval '6 days' from now) as six_days_ago,
  (select at + interval '1 day' from now) as tomorrow,
  (select at + interval '7 days' from now) as next_week,
  (select at + interval '14 days' from now) as fortnight,
  (select at + interval '90 days' from now) as horizon,
  (select at + interval '5 minutes' from now) as soon,
  busy.provider_id as provider, busy.specialty_id as specialty, busy.visit_type_id as visit_type,
  busy.location_id as location, busy.mode, p.team_id as team, l.region_id as region,
  (select id from provider where team_id <> p.team_id order by id limit 1) as other_provider,
  frequent.patient_id as patient,
  array(select patient_id from reservation where booked_at > (select at from now) - interval '2 days' order by booked_at limit 32) as patients,
  visit.appointment_id as appointment, visit.version as appointment_version, visit.slot_id as booked_slot,
  visit.patient_id as visitor,
  array(select r.appointment_id from reservation r join slot s on s.id = r.slot_id, now
    where r.status = 'booked' and s.start_at > at order by s.start_at limit 20) as appointments,
  array(select r.slot_id from reservation r join slot s on s.id = r.slot_id, now
    where r.status = 'booked' and s.start_at > at and not s.is_retired order by s.start_at, s.id limit 20) as booked_slots,
  (select id from open_slot) as free_slot,
  (select start_at from open_slot) as free_from, (select end_at from open_slot) as free_to,
  (select local_start::text from open_slot) as free_local_start,
  (select provider_id from open_slot) as free_provider,
  (select session_id from open_slot) as free_session,
  array(select id from free order by start_at, id limit 40) as free_slots,
  array(select p.id from slot_past p, busy where p.provider_id = busy.provider_id order by p.start_at desc limit 20) as past_slots,
  array(select id from own_free) as own_free_slots,
  array(select id from settled) as settled_at_once,
  (select s.local_start::date::text from slot s, busy, now
    where s.state = 'booked' and s.location_id = busy.location_id and s.start_at between at + interval '2 days' and at + interval '9 days'
    group by s.local_start::date order by count(*) desc, s.local_start::date limit 1) as clinic_day,
  array(select start_at from free order by start_at limit 20) as free_starts,
  (select id from session where provider_id = busy.provider_id order by id limit 1) as session,
  array(select id from session where provider_id = busy.provider_id order by id) as sessions,
  array(select id from provider where team_id = p.team_id order by id limit 8) as colleagues,
  (select id from class) as class_slot,
  coalesce((select array_agg(o.id order by o.seat) from slot o join class c on o.visit_id = c.visit_id), '{}') as class_seats,
  waits.appointment_id as entry, waits.version as entry_version, waits.patient_id as waiting_patient,
  waits.specialty_id as entry_specialty, waits.visit_type_id as entry_visit_type, waits.details as entry_details,
  waits.target_date as entry_target,
  array(select appointment_id from waitlist_entry where state = 'waiting' and specialty_id = busy.specialty_id
    order by enrolled_at limit 40) as entries,
  (select id from offer) as offer, (select entry_id from offer) as offered_entry, (select patient_id from offer) as offered_patient,
  (select id from browsing) as hold, (select patient_id from browsing) as holder, (select slot_id from browsing) as held_slot,
  array(select slot_id from hold, now where state = 'open' and entry_id is null order by expires_at limit 50) as held_slots,
  (select id from referral order by ordered_at desc, id limit 1) as referral,
  (select patient_id from referral order by ordered_at desc, id limit 1) as referred_patient,
  (select ordered_by from referral order by ordered_at desc, id limit 1) as orderer,
  (select op_key from referral order by ordered_at desc, id limit 1) as order_key,
  array(select id from referral order by ordered_at desc, id limit 8) as referrals,
  (select id from series order by id limit 1) as series,
  link.id as link, link.patient_id as linked_patient, link.proxy_id as linked_proxy,
  (select id from proxy where ended_at is null and confirmed_at is null order by id desc limit 1) as unconfirmed_link,
  (select secret_sha256 from proxy_notice order by made_at, link_id limit 1) as secret,
  (select code_sha256 from proxy_invitation order by expires_at, patient_id limit 1) as code,
  (select patient_id from proxy_invitation order by expires_at, patient_id limit 1) as invited_patient,
  (select id from provider_leave order by created_at desc, id limit 1) as leave,
  (select leave_id from leave_visit order by changed_at desc, leave_id limit 1) as hit_leave,
  (select appointment_id from leave_visit where state = 'unplaced' order by appointment_id limit 1) as unplaced,
  array(select from_slot_id from leave_visit where state = 'unplaced' order by appointment_id limit 20) as unplaced_slots,
  (select id from closure order by lower(dates) limit 1) as closure,
  decided.op_key, decided.inputs, decided.outcome, decided.request_sha256, decided.rule_version,
  decided.outcome -> 'reservation' as event,
  (select outcome from decision d where d.appointment_id = waits.appointment_id order by version limit 1) as entry_outcome,
  (select inputs #> '{seen,proposal}' from decision
    where inputs #> '{seen,proposal}' <> 'null' order by decided_at desc limit 1) as proposal,
  (select jsonb_agg(jsonb_build_object(
      'appointment_id', gen_random_uuid(), 'patient_id', gen_random_uuid(), 'slot_id', f.id, 'hold_id', null,
      'details', jsonb_build_object('reason', 'A cough', 'urgency', 'routine'), 'op_key', 'book ' || f.id,
      'request_sha256', encode(decided.request_sha256, 'hex'), 'rule_version', decided.rule_version,
      'inputs', decided.inputs, 'outcome', decided.outcome, 'traceparent', null, 'reader_id', f.provider_id,
      'role', 'Patients', 'what', 'visit-reason', 'why', 'own-record', 'trace_id', 'trace'))
    from (select * from open_slot) f) as booking,
  (select jsonb_build_object('version', 1, 'proxy_child_until_age_years', 16, 'proxy_confirm_within_hours', 24,
    'proxy_by_staff_for_days', 365, 'open_visits_per_specialty', 5, 'open_series_per_specialty', 2,
    'new_visits_per_day', 10, 'moves_per_day', 10, 'waiting_places', 6, 'late_cancellation_hours', 24)) as policy,
  (select max(version) from policy) as policy_version,
  (select max(id) from outbox) as last_event,
  (select array_agg(id) from (select id from outbox order by id desc limit 50) o) as events
from busy
join provider p on p.id = busy.provider_id
join location l on l.id = busy.location_id
cross join frequent cross join visit cross join waits cross join link cross join decided;
