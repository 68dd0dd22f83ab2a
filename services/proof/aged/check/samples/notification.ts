import { NEW, type Samples, within } from './types.ts';

/** What each statement of notification is tried with; values are those of `notification-values.sql`. */
export const notification: Samples = {
  'lock-subject': (v) => [v('subject')],
  'queue-message': (v) => [
    NEW,
    v('person'),
    'email',
    'appointment-booked',
    v('subject'),
    9,
    9,
    v('now'),
    'A later change is known.',
    v('now'),
  ],
  'claim-messages': (v) => [4, 20_000, v('now')],
  'store-mail': (v) => [
    v('message'),
    v('tries'),
    v('recipient'),
    v('mail_subject'),
    v('mail_text'),
    v('mail_html'),
    v('mail_calendar'),
  ],
  'finish-message': (v) => [v('message'), v('tries'), 'sent', '', '250 ok', 0, v('now')],
  'list-messages': (v) => [v('person'), null, null, 50],
  'measure-queue': (v) => [v('now')],
  'words-of-messages': (v) => [[v('message')], v('queued_at'), v('now')],
  'page-of-messages': () => [0, 500],
  'move-past-messages': (v) => [[v('message')], v('now'), 90, 24],
  'measure-past-messages': within(10_000, 'counts what is over among ten thousand', (v) => [v('now')]),
  'get-cursor': () => ['aged'],
  'put-cursor': (v) => ['aged', 'next', v('now')],
};
