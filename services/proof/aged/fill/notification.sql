-- step: mails
-- A mail for each visit that was booked, and for each that was cancelled a day later: the young with their words, the others
-- in their months.
create table aged.mail as
select m.*, row_number() over (order by m.sent_at, m.appointment_id, m.template) as ordinal,
  m.sent_at > as_of - make_interval(days => words_days) as is_young
from (
  select v.*, t.template, v.asked_at + t.after as sent_at
  from aged.visit v
  join (values ('appointment-booked', 'visit', interval '5 seconds'), ('appointment-cancelled', 'cancelled', interval '1 day'))
    as t(template, fate, after) on t.fate = 'visit' or t.fate = v.fate) m
cross join aged.size
where m.sent_at <= as_of;

create view aged.message as
select m.is_young, p.row as pattern, p.subject_id as pattern_subject, r.*
from aged.mail m
join aged.pattern p on p.template = m.template
  and p.n = 1 + m.ordinal % (select count(*) from aged.pattern o where o.template = 'appointment-cancelled')
cross join lateral jsonb_populate_record(null::message, p.row - array['recipient', 'mail_subject', 'mail_text', 'mail_html', 'mail_calendar']
  || jsonb_build_object(
    'id', aged.id(m.template || ' ' || m.appointment_id), 'ordinal', m.ordinal, 'person_id', m.patient_id,
    'subject_id', m.appointment_id, 'changed_at', m.sent_at - interval '5 seconds', 'due_at', m.sent_at - interval '5 seconds',
    'queued_at', m.sent_at - interval '1 second', 'sent_at', m.sent_at, 'provider_message_id', '250 ' || m.appointment_id)) r;

-- step: messages
insert into message (id, ordinal, person_id, channel, template, subject_id, subject_version, sequence, state, tries, due_at,
  failure, provider_message_id, changed_at, queued_at, sent_at) overriding system value
select id, ordinal, person_id, channel, template, subject_id, subject_version, sequence, state, tries, due_at,
  failure, provider_message_id, changed_at, queued_at, sent_at
from aged.message where is_young order by ordinal;
select setval(pg_get_serial_sequence('message', 'ordinal'), coalesce(max(ordinal), 0) + 1, false) from message;

select make_message_past_month(month::date)
from (select min(sent_at) - interval '1 day' as first from aged.mail) mails cross join aged.size
cross join generate_series(date_trunc('month', first at time zone 'UTC'), as_of at time zone 'UTC', '1 month') as month;
insert into message_past (id, ordinal, person_id, channel, template, subject_id, subject_version, sequence, state, tries,
  failure, provider_message_id, changed_at, queued_at, sent_at)
select id, ordinal, person_id, channel, template, subject_id, subject_version, sequence, state, tries,
  failure, provider_message_id, changed_at, queued_at, sent_at
from aged.message where not is_young order by ordinal;

-- also: words
select make_message_words_day((as_of - day * interval '1 day')::date)
from aged.size cross join generate_series(words_days, 0, -1) as day;
insert into message_words (message_id, queued_at, recipient, mail_subject, mail_text, mail_html, mail_calendar)
select id, queued_at, pattern ->> 'recipient', pattern ->> 'mail_subject',
  replace(pattern ->> 'mail_text', pattern_subject, subject_id), replace(pattern ->> 'mail_html', pattern_subject, subject_id),
  replace(pattern ->> 'mail_calendar', pattern_subject, subject_id)
from aged.message where is_young order by ordinal;

insert into follower_cursor(source, cursor, updated_at)
select 'aged', '', as_of from aged.size;
