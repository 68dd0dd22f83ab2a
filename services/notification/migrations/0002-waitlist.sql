-- Messages about a place on a waiting list: its id is the subject, and the version is its sequence as well.
alter table message
  drop constraint message_template_check,
  add constraint message_template_check check (template in (
    'appointment-booked', 'appointment-moved', 'appointment-cancelled',
    'offer-made', 'offer-ended', 'waitlist-lapsed'));
