import { type RenderedMail, renderWords } from './render.ts';
import { visitDate } from './when.ts';

export type AccountTemplate =
  | 'identity-confirmed'
  | 'identity-refused'
  | 'email-left'
  | 'email-changed'
  | 'phone-changed';

/** What a notice about somebody's own account says: what was changed, never from what to what. */
export type AccountMail = {
  /** What the person is called; empty when unknown. */
  name: string;
  /** RFC 3339 in UTC. */
  at: string;
  /** The zone of the profile; empty when unknown. */
  timeZone: string;
  aboutName: boolean;
  aboutBirthDate: boolean;
  /** Their account in the portal. */
  url: string;
};

const notYou =
  'This was not you? Somebody else may be using your account: tell our reception at once, and choose a new password.';

const wordings: Record<AccountTemplate, { heading: string; opening: string; closing: string }> = {
  'identity-confirmed': {
    heading: 'Your details were changed',
    opening: 'Our reception has seen what you brought and made the change that was asked for.',
    closing:
      'Did you not ask for this? Then tell our reception at once: what was on file before is kept, and can be put back.',
  },
  'identity-refused': {
    heading: 'Your details were not changed',
    opening: 'Our reception could not make the change that was asked for. Why stands in your account.',
    closing: 'You can ask again. Did you not ask for this at all? Then tell our reception.',
  },
  'email-left': {
    heading: 'Our mail goes to another address',
    opening: 'The e-mail address of your account was changed. This is our last mail to this one.',
    closing: notYou,
  },
  'email-changed': {
    heading: 'Our mail comes to this address',
    opening: 'The e-mail address of your account was changed to this one.',
    closing: notYou,
  },
  'phone-changed': {
    heading: 'Your phone number was changed',
    opening: 'Another phone number, or none, stands in your account from now on.',
    closing: notYou,
  },
};

/** Renders one notice in plain text and HTML. */
export function renderAccountMail(template: AccountTemplate, mail: AccountMail): RenderedMail {
  const { heading, opening, closing } = wordings[template];
  const words = renderWords({
    heading,
    opening,
    greeting: mail.name === '' ? 'Hello' : `Hello ${mail.name}`,
    facts: [
      ...(template.startsWith('identity-') ? [['What', whatChanged(mail)] as [string, string]] : []),
      ['When', visitDate(mail.at, mail.timeZone || 'UTC')],
    ],
    closing,
    link: 'See your account',
    url: mail.url,
    help: '',
  });
  return { subject: heading, ...words };
}

/** Sex stands in no mail. */
function whatChanged({ aboutName, aboutBirthDate }: AccountMail): string {
  const named = [...(aboutName ? ['legal name'] : []), ...(aboutBirthDate ? ['date of birth'] : [])];
  return `Your ${named.join(' and ') || 'personal details'}`;
}
