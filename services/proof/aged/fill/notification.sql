-- step: messages
-- A mail for each visit that was booked, and for each that was cancelled a day later; those of the last months with
-- their words.
insert into message overriding system value
select r.*
from (
  select m.*, row_number() over (order by m.sent_at, m.appointment_id, m.template) as ordinal
  from (
    select v.*, t.template, v.asked_at + t.after as sent_at
    from aged.visit v
    join (values ('appointment-booked', 'visit', interval '5 seconds'), ('appointment-cancelled', 'cancelled', interval '1 day'))
      as t(template, fate, after) on t.fate = 'visit' or t.fate = v.fate) m
  cross join aged.size
  where m.sent_at <= as_of
  offset 0) m
cross join aged.size
join aged.pattern p on p.template = m.template
  and p.n = 1 + m.ordinal % (select count(*) from aged.pattern o where o.template = 'appointment-cancelled')
cross join lateral (
  select m.sent_at > as_of - make_interval(days => words_days) as has_words offset 0) w
cross join lateral jsonb_populate_record(null::message, p.row || jsonb_build_object(
  'id', aged.id(m.template || ' ' || m.appointment_id), 'ordinal', m.ordinal, 'person_id', m.patient_id,
  'subject_id', m.appointment_id, 'changed_at', m.sent_at - interval '5 seconds', 'due_at', m.sent_at - interval '5 seconds',
  'queued_at', m.sent_at - interval '1 second', 'sent_at', m.sent_at, 'provider_message_id', '250 ' || m.appointment_id,
  'recipient', case when has_words then p.row ->> 'recipient' end,
  'mail_subject', case when has_words then p.row ->> 'mail_subject' end,
  'mail_text', case when has_words then replace(p.row ->> 'mail_text', p.subject_id, m.appointment_id::text) end,
  'mail_html', case when has_words then replace(p.row ->> 'mail_html', p.subject_id, m.appointment_id::text) end,
  'mail_calendar', case when has_words then replace(p.row ->> 'mail_calendar', p.subject_id, m.appointment_id::text) end)) r
order by m.ordinal;
select setval(pg_get_serial_sequence('message', 'ordinal'), coalesce(max(ordinal), 0) + 1, false) from message;

insert into follower_cursor(source, cursor, updated_at)
select 'aged', '', as_of from aged.size;
