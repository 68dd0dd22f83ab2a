import { type RenderedMail, renderWords } from './render.ts';
import { visitTime } from './when.ts';

export type WaitlistTemplate = 'offer-made' | 'offer-ended' | 'waitlist-lapsed';

/** What a mail about a place on a waiting list says. Specialty, visit type and reason are left out on purpose. */
export type WaitlistMail = {
  /** The patient's name; empty when unknown. */
  name: string;
  /** The zone of the patient's profile; empty when unknown. */
  patientZone: string;
  /** The place ended because the last date that suits has passed. */
  isPast: boolean;
  /** Only of an offer. Instants are RFC 3339 in UTC. */
  offer:
    | {
        startAt: string;
        expiresAt: string;
        clinicZone: string;
        clinicianName: string;
        /** Empty when unknown. */
        locationName: string;
        phone: string;
      }
    | undefined;
  /** The page of the place in the portal. */
  url: string;
};

/** Subject and heading are the same, and say nothing of what somebody waits for. */
const wordings: Record<
  WaitlistTemplate,
  { heading: string; opening: string; closing: string; link: string }
> = {
  'offer-made': {
    heading: 'An earlier time may be yours',
    opening: 'A time has become free that fits what you asked for.',
    closing:
      'Take it, or say no: you keep your place either way. Without an answer by then it goes to somebody else.',
    link: 'Answer the offer',
  },
  'offer-ended': {
    heading: 'The time we offered you has gone',
    opening:
      'We had no answer in time, so it went to somebody else. You keep your place on the waiting list.',
    closing: 'After three offers without an answer your place ends. You can change what suits you.',
    link: 'See your place on the waiting list',
  },
  'waitlist-lapsed': {
    heading: 'Your place on the waiting list has ended',
    opening: 'Three offers ended without an answer.',
    closing: 'Do you still need to be seen? Book a time or join the waiting list again, or call the clinic.',
    link: 'See what you can do',
  },
};

/** Renders one mail in plain text and HTML. Times are in the clinic's zone, as the portals write them. */
export function renderWaitlistMail(template: WaitlistTemplate, mail: WaitlistMail): RenderedMail {
  const { heading, ...wording } = wordings[template];
  const opening = mail.isPast ? 'The last date that you gave has passed.' : wording.opening;
  const { offer, patientZone, url } = mail;
  const words = renderWords({
    ...wording,
    opening,
    heading,
    url,
    greeting: mail.name === '' ? 'Hello' : `Hello ${mail.name}`,
    facts: offer === undefined ? [] : factsOf(offer, patientZone),
    help: offer === undefined || offer.phone === '' ? '' : `Questions? Call the clinic on ${offer.phone}.`,
  });
  return { subject: heading, ...words };
}

function factsOf(
  offer: NonNullable<WaitlistMail['offer']>,
  patientZone: string,
): [label: string, value: string][] {
  const { startAt, expiresAt, clinicZone, clinicianName, locationName } = offer;
  const facts: [string, string][] = [
    ['When', visitTime(startAt, clinicZone, patientZone)],
    ['With', clinicianName],
    ['Where', locationName],
    ['Answer by', visitTime(expiresAt, clinicZone, patientZone)],
  ];
  return facts.filter(([, value]) => value !== '');
}
