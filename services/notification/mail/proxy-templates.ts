import { type RenderedMail, renderWords } from './render.ts';
import { visitDate } from './when.ts';

export type ProxyTemplate = 'proxy-asked' | 'proxy-opened';

/** What a notice about somebody who acts for a patient says. Evidence and reason, which may be clinical, are left out. */
export type ProxyMail = {
  /** The patient's name; empty when unknown, as is that of who acts for them. */
  name: string;
  proxyName: string;
  withRecord: boolean;
  isMadeByStaff: boolean;
  /** RFC 3339 in UTC; empty when it has no end. */
  expiresAt: string;
  /** The page that ends the link by its secret. */
  url: string;
};

const wordings: Record<ProxyTemplate, { heading: string; opening: string }> = {
  'proxy-asked': {
    heading: 'Somebody asks to act for you',
    opening:
      'Our reception was asked to let this person act for you. Nothing is open to them until a second member of our staff has confirmed it.',
  },
  'proxy-opened': {
    heading: 'Somebody can act for you',
    opening: 'This person can act for you with us from now on.',
  },
};

/** Renders one notice in plain text and HTML. */
export function renderProxyMail(template: ProxyTemplate, mail: ProxyMail): RenderedMail {
  const { heading, opening } = wordings[template];
  const words = renderWords({
    heading,
    opening,
    greeting: mail.name === '' ? 'Hello' : `Hello ${mail.name}`,
    facts: [
      ['Who', mail.proxyName === '' ? 'A person known to our reception' : mail.proxyName],
      [
        'What they can do',
        mail.withRecord
          ? 'Book, move and cancel visits, and see everything that you see in the portal'
          : 'Book, move and cancel visits, and see when they are',
      ],
      ['Set up by', mail.isMadeByStaff ? 'our reception' : 'a code from your account'],
      ['Until', mail.expiresAt === '' ? 'you end it' : visitDate(mail.expiresAt, 'UTC')],
    ],
    closing:
      'You know of this and want it? Then there is nothing to do. If not, end it here: it stops at once, and our privacy team looks into it.',
    link: 'This was not me',
    url: mail.url,
    help: '',
  });
  return { subject: heading, ...words };
}
