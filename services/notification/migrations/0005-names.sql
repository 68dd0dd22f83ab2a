-- News of a person's own account (a decided request, another address: the change is the subject), and, to the privacy
-- group, that a patient disputed a link. Such a message is to `privacy`, which is no person.
alter table message
  drop constraint message_template_check,
  add constraint message_template_check check (template in (
    'appointment-booked', 'appointment-moved', 'appointment-cancelled',
    'offer-made', 'offer-ended', 'waitlist-lapsed',
    'proxy-asked', 'proxy-opened', 'proxy-disputed',
    'identity-confirmed', 'identity-refused', 'email-left', 'email-changed', 'phone-changed'));
