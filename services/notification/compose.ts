import type { Location__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Location';
import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { type CalendarVisit, type Mailbox, renderCalendar } from './calendar.ts';
import { composeAccount } from './compose-account.ts';
import { composeProxy } from './compose-proxy.ts';
import { composeWaitlist } from './compose-waitlist.ts';
import {
  type ClaimedMessage,
  isAboutAccount,
  isAboutProxies,
  isAboutWaiting,
  isToPrivacy,
  type StoredMail,
} from './ledger.ts';
import { renderMail } from './mail/appointment-templates.ts';
import { renderPrivacyMail } from './mail/privacy-templates.ts';
import type { Peers } from './peers.ts';
import { noRecipient, recipientOf } from './recipient.ts';

export type Composed =
  | { result: 'mail'; mail: StoredMail }
  /** It must not be sent any more, or there is nobody to send it to. */
  | { result: 'suppress'; reason: string }
  /** Ask again later. */
  | { result: 'wait'; reason: string };

export type ComposeOptions = {
  peers: Peers;
  from: Mailbox;
  /** The privacy group's mailbox. */
  privacy: Mailbox;
  publicUrl: string;
  nowMs: number;
};

/**
 * Checks a claimed message against the appointment or waiting entry as it is now and writes the mail. A message that an
 * earlier attempt wrote stays the same, but is suppressed when the appointment has changed again. Rejects when a
 * service that has to be asked is unavailable.
 */
export async function compose(message: ClaimedMessage, options: ComposeOptions): Promise<Composed> {
  const { template } = message;
  if (isAboutWaiting(template)) return composeWaitlist(message, template, options);
  if (isAboutProxies(template)) return composeProxy(message, template, options);
  if (isAboutAccount(template)) return composeAccount(message, template, options);
  if (isToPrivacy(template)) return composeForPrivacy(message, options);
  const { peers, from, publicUrl, nowMs } = options;
  const reservation = await peers.getReservation(message.appointmentId);
  const staleness = whyNot(message, reservation, nowMs);
  if (staleness !== undefined) return staleness;
  if (message.mail !== undefined) return { result: 'mail', mail: message.mail };

  const contact = await recipientOf(message.personId, peers);
  if (contact === undefined) return noRecipient;
  const location = await peers.getLocation(reservation.slot?.locationId ?? '');
  const visit = calendarVisit(reservation, location, publicUrl);
  const recipient = { name: contact.name, address: contact.email };
  const rendered = renderMail(template, {
    name: contact.name,
    startAt: visit.startAt,
    clinicZone: reservation.slot?.timeZone ?? 'UTC',
    patientZone: contact.timeZone,
    clinicianName: reservation.slot?.providerName ?? '',
    locationName: visit.locationName,
    address: visit.address,
    phone: location?.phone ?? '',
    stepFreeRoute: location?.stepFreeRoute ?? '',
    url: visit.url,
    awaitsAnswer: reservation.awaitsAnswer,
    lateCancellationHours: await peers.getLateCancellationHours(),
  });
  return {
    result: 'mail',
    mail: { ...rendered, recipient: contact.email, calendar: renderCalendar(visit, from, recipient) },
  };
}

function composeForPrivacy(message: ClaimedMessage, { privacy, publicUrl }: ComposeOptions): Composed {
  const rendered = renderPrivacyMail(`${publicUrl.replace(/\/+$/, '')}/clinic/`);
  return { result: 'mail', mail: message.mail ?? { ...rendered, recipient: privacy.address, calendar: '' } };
}

/** What a calendar entry may say about an appointment: neither specialty nor visit type, reason or clinician. */
export function calendarVisit(
  reservation: Reservation__Output,
  location: Location__Output | undefined,
  publicUrl: string,
): CalendarVisit {
  const { appointmentId, sequence, status, standing, changedAt, slot } = reservation;
  return {
    appointmentId,
    sequence,
    cancelled: status === 'VISIT_STATUS_CANCELLED',
    needsNewTime: standing === 'VISIT_STANDING_UNPLACED',
    startAt: slot?.startAt ?? changedAt,
    endAt: slot?.endAt ?? changedAt,
    changedAt,
    locationName: reservation.locationName,
    address: location?.address ?? '',
    url: `${publicUrl.replace(/\/+$/, '')}/appointments/${appointmentId}`,
  };
}

function whyNot(
  message: ClaimedMessage,
  current: Reservation__Output,
  nowMs: number,
): Exclude<Composed, { result: 'mail' }> | undefined {
  if (current.sequence > message.sequence) {
    const reason = `Version ${current.version} of the appointment replaced it before it was sent.`;
    return { result: 'suppress', reason };
  }
  if (current.sequence < message.sequence) {
    return { result: 'wait', reason: 'The scheduler does not know this version of the appointment.' };
  }
  if (Date.parse(current.slot?.endAt ?? '') < nowMs) {
    return { result: 'suppress', reason: 'The visit was over before it could be sent.' };
  }
  return undefined;
}
