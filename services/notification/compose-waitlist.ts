import type { WaitlistEntry__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistEntry';
import type { Composed, ComposeOptions } from './compose.ts';
import type { ClaimedMessage } from './ledger.ts';
import { renderWaitlistMail, type WaitlistMail, type WaitlistTemplate } from './mail/waitlist-templates.ts';
import { noRecipient, recipientOf } from './recipient.ts';

/**
 * Checks a claimed message about a waiting entry against the entry as it is now and writes the mail: no mail is sent
 * about an offer that was answered or is over, and a patient who accepted gets no mail that an offer has ended. Rejects
 * when a service that has to be asked is unavailable.
 */
export async function composeWaitlist(
  message: ClaimedMessage,
  template: WaitlistTemplate,
  { peers, publicUrl, nowMs }: ComposeOptions,
): Promise<Composed> {
  const entry = await peers.getWaitlistEntry(message.appointmentId);
  if (entry.version < message.version) {
    return { result: 'wait', reason: 'The scheduler does not know this version of the place.' };
  }
  const reason = whyNot(message, template, entry, nowMs);
  if (reason !== undefined) return { result: 'suppress', reason };
  if (message.mail !== undefined) return { result: 'mail', mail: message.mail };

  const contact = await recipientOf(message.personId, peers);
  if (contact === undefined) return noRecipient;
  const rendered = renderWaitlistMail(template, {
    name: contact.name,
    patientZone: contact.timeZone,
    isPast: entry.change === 'past',
    offer: template === 'offer-made' ? await offerOf(entry, peers) : undefined,
    url: `${publicUrl.replace(/\/+$/, '')}/waiting/${message.appointmentId}`,
  });
  return { result: 'mail', mail: { ...rendered, recipient: contact.email, calendar: '' } };
}

function whyNot(
  message: ClaimedMessage,
  template: WaitlistTemplate,
  { state, offer }: WaitlistEntry__Output,
  nowMs: number,
): string | undefined {
  if (state === 'WAITLIST_STATE_BOOKED') return 'The patient has accepted an offer.';
  if (state === 'WAITLIST_STATE_WITHDRAWN') return 'The patient has left the waiting list.';
  if (template === 'offer-made') {
    if (offer === null || Date.parse(offer.announceAt) !== message.changedAt.getTime()) {
      return 'The offer was answered or replaced before it was sent.';
    }
    return Date.parse(offer.expiresAt) <= nowMs ? 'The offer ended before it was sent.' : undefined;
  }
  if (template === 'offer-ended' && offer !== null) return 'Another time was offered before it was sent.';
  return undefined;
}

async function offerOf(
  { offer }: WaitlistEntry__Output,
  peers: ComposeOptions['peers'],
): Promise<WaitlistMail['offer']> {
  if (offer?.slot == null) return undefined;
  const { startAt, timeZone, providerName, locationId } = offer.slot;
  const location = await peers.getLocation(locationId);
  return {
    startAt,
    expiresAt: offer.expiresAt,
    clinicZone: timeZone,
    clinicianName: providerName,
    locationName: location?.name ?? '',
    phone: location?.phone ?? '',
  };
}
