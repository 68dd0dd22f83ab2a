-- That the clinic cannot keep the time of a visit and has found no new one, and that it takes place after all.
alter table message
  drop constraint message_template_check,
  add constraint message_template_check check (template in (
    'appointment-booked', 'appointment-moved', 'appointment-cancelled', 'appointment-unplaced', 'appointment-restored',
    'offer-made', 'offer-ended', 'waitlist-lapsed',
    'proxy-asked', 'proxy-opened', 'proxy-disputed',
    'identity-confirmed', 'identity-refused', 'email-left', 'email-changed', 'phone-changed'));
