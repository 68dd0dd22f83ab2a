import { cancellingWords } from '@healthbooker/protos/cancelling';
import { movedByClinic, type NoticeWords, unplacedByClinic } from '@healthbooker/protos/clinic-notices';
import { type RenderedMail, renderWords } from './render.ts';
import { visitDate, visitTime } from './when.ts';

export type AppointmentTemplate =
  | 'appointment-booked'
  | 'appointment-moved'
  | 'appointment-cancelled'
  | 'appointment-unplaced'
  | 'appointment-restored';

/** What a mail about an appointment says. Specialty, visit type and reason are left out on purpose. */
export type AppointmentMail = {
  /** The patient's name; empty when unknown. */
  name: string;
  /** RFC 3339 in UTC. */
  startAt: string;
  clinicZone: string;
  /** The zone of the patient's profile; empty when unknown. */
  patientZone: string;
  clinicianName: string;
  locationName: string;
  /** Empty when unknown, as are phone and step-free route. */
  address: string;
  phone: string;
  stepFreeRoute: string;
  /** The page of the appointment in the portal. */
  url: string;
  /** The clinic moved the visit and wants to know whether the new time suits. */
  awaitsAnswer: boolean;
  /** The policy's hours before the visit in which a cancellation is late. */
  lateCancellationHours: number;
};

type Wording = NoticeWords & { link: string };

const wordings: Record<AppointmentTemplate, Wording> = {
  'appointment-booked': {
    subject: (date) => `Your appointment on ${date} is booked`,
    heading: 'Your appointment is booked',
    opening: 'This is when and where we expect you.',
    closing: 'If you cannot come, please move or cancel it early, so that somebody else can have this time.',
    link: 'See, move or cancel your appointment',
  },
  'appointment-moved': {
    subject: (date) => `Your appointment is now on ${date}`,
    heading: 'Your appointment was moved',
    opening: 'This is the new time. The earlier one no longer holds.',
    closing: 'If you cannot come, please move or cancel it early, so that somebody else can have this time.',
    link: 'See, move or cancel your appointment',
  },
  'appointment-cancelled': {
    subject: (date) => `Your appointment on ${date} is cancelled`,
    heading: 'Your appointment is cancelled',
    opening: 'You do not need to come at this time any more.',
    closing: 'You can book another time whenever it suits you.',
    link: 'See your appointment',
  },
  'appointment-unplaced': {
    ...unplacedByClinic,
    link: 'Choose another time, or see your appointment',
  },
  'appointment-restored': {
    subject: (date) => `Your appointment on ${date} takes place after all`,
    heading: 'Your appointment takes place after all',
    opening:
      'We told you that the clinic could not keep this time. It can: this is when and where we expect you.',
    closing: 'If you cannot come, please move or cancel it early, so that somebody else can have this time.',
    link: 'See, move or cancel your appointment',
  },
};

/** Mails about a visit that will not take place: without the rules for cancelling and without the way there. */
const withoutVisit: ReadonlySet<AppointmentTemplate> = new Set([
  'appointment-cancelled',
  'appointment-unplaced',
]);

/** A move that the patient did not ask for. */
const askedToKeep: Wording = { ...movedByClinic, link: 'Answer, or see your appointment' };

/** Renders one mail in plain text and HTML. Times are in the clinic's zone, as the portals write them. */
export function renderMail(template: AppointmentTemplate, mail: AppointmentMail): RenderedMail {
  const isAsked = template === 'appointment-moved' && mail.awaitsAnswer;
  const { subject, heading, opening, closing, link } = isAsked ? askedToKeep : wordings[template];
  const facts = factsOf(template, mail);
  const policy = withoutVisit.has(template) ? '' : ` ${cancellingWords(mail.lateCancellationHours)}`;
  const greeting = mail.name === '' ? 'Hello' : `Hello ${mail.name}`;
  const help = mail.phone === '' ? '' : `Questions? Call the clinic on ${mail.phone}.`;
  const words = renderWords({
    greeting,
    heading,
    opening,
    facts,
    closing: `${closing}${policy}`,
    link,
    url: mail.url,
    help,
  });
  return { subject: subject(visitDate(mail.startAt, mail.clinicZone)), ...words };
}

function factsOf(template: AppointmentTemplate, mail: AppointmentMail): [label: string, value: string][] {
  const place = mail.address === '' ? mail.locationName : `${mail.locationName}, ${mail.address}`;
  const facts: [string, string][] = [
    ['When', visitTime(mail.startAt, mail.clinicZone, mail.patientZone)],
    ['With', mail.clinicianName],
    ['Where', place],
  ];
  if (!withoutVisit.has(template)) facts.push(['Without steps', mail.stepFreeRoute]);
  return facts.filter(([, value]) => value !== '');
}
