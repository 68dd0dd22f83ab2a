-- Notices that somebody acts for a patient: the link is the subject, and its version is the sequence as well.
alter table message
  drop constraint message_template_check,
  add constraint message_template_check check (template in (
    'appointment-booked', 'appointment-moved', 'appointment-cancelled',
    'offer-made', 'offer-ended', 'waitlist-lapsed',
    'proxy-asked', 'proxy-opened'));
