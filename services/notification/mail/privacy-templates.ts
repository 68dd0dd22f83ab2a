import { type RenderedMail, renderWords } from './render.ts';

export type PrivacyTemplate = 'proxy-disputed';

/** Tells the privacy group to look at its list; who it is about stands there only. */
export function renderPrivacyMail(url: string): RenderedMail {
  const heading = 'A patient says: this was not me';
  const words = renderWords({
    heading,
    opening:
      'Somebody was to act for a patient, who does not know of it or does not want it. The link has ended; it stands first on your list.',
    greeting: 'Hello',
    facts: [],
    closing: 'Please look into it: who made the link, what they were shown, and what was read by it.',
    link: 'Links to review',
    url,
    help: '',
  });
  return { subject: heading, ...words };
}
