import { z } from 'zod';
import type { ProxyLink__Output } from '../gen/healthbooker/scheduler/v1/ProxyLink.ts';
import { Instant } from './slot.ts';
import { enumWords } from './words.ts';

/** How far somebody may go who acts for a patient. */
export const proxyScopes = enumWords({
  PROXY_SCOPE_BOOKINGS: 'bookings',
  PROXY_SCOPE_RECORD: 'record',
});

export const proxyStates = enumWords({
  PROXY_STATE_UNCONFIRMED: 'unconfirmed',
  PROXY_STATE_ACTIVE: 'active',
  PROXY_STATE_LAPSED: 'lapsed',
  PROXY_STATE_EXPIRED: 'expired',
  PROXY_STATE_ENDED: 'ended',
});

/** What both sides of a link see of it. */
export const linkTerms = {
  linkId: z.string(),
  since: Instant,
  scope: proxyScopes.schema,
  expiresAt: Instant.nullable().describe('When it ends by itself'),
  madeByStaff: z.boolean().describe('Else the patient made it, by a code'),
  reason: z.string().describe('In the words of the staff who made it; empty for a code'),
};

/** The JSON of {@link linkTerms}. */
export function linkTermsJson(link: ProxyLink__Output) {
  return {
    linkId: link.id,
    since: link.since,
    scope: proxyScopes.toWord(link.scope),
    expiresAt: link.expiresAt || null,
    madeByStaff: link.isMadeByStaff,
    reason: link.reason,
  };
}

const someone = z.strictObject({
  personId: z.string(),
  name: z.string().describe('Empty while names cannot be read'),
});
const act = someone.extend({ at: Instant }).nullable();

/** A link with everything about it, for reception and privacy. */
export const StaffLink = z
  .strictObject({
    ...linkTerms,
    state: proxyStates.schema,
    patient: someone.extend({ birthDate: z.string(), medicalRecordNumber: z.string() }),
    proxy: someone.extend({ birthDate: z.string() }),
    evidence: z.string().describe('What staff were shown; empty for a code'),
    grantedBy: someone,
    confirmBy: Instant.nullable().describe('Until when a colleague may confirm it; null where none has to'),
    confirmed: act,
    ended: act,
    reviewed: act,
    disputedAt: Instant.nullable().describe('When the patient said “this was not me”'),
  })
  .meta({ id: 'ProxyLink' });

type Named = { name: string; birthDate: string; medicalRecordNumber: string };

/** The people whom a link names, without repeats. */
export function peopleOfLinks(links: readonly ProxyLink__Output[]): string[] {
  const ids = links.flatMap((link) => [
    link.patientId,
    link.proxyId,
    link.grantedBy,
    link.confirmedBy,
    link.endedBy,
    link.reviewedBy,
  ]);
  return [...new Set(ids)].filter((id) => id !== '');
}

/** The JSON of a {@link StaffLink}; of who is not in `known` the name is empty. */
export function staffLinkJson(
  link: ProxyLink__Output,
  known: ReadonlyMap<string, Named>,
): z.input<typeof StaffLink> {
  const person = (personId: string) => ({ personId, name: known.get(personId)?.name ?? '' });
  const acted = (personId: string, at: string) => (personId === '' ? null : { ...person(personId), at });
  const { patientId, proxyId } = link;
  return {
    ...linkTermsJson(link),
    state: proxyStates.toWord(link.state),
    patient: {
      ...person(patientId),
      birthDate: known.get(patientId)?.birthDate ?? '',
      medicalRecordNumber: known.get(patientId)?.medicalRecordNumber ?? '',
    },
    proxy: { ...person(proxyId), birthDate: known.get(proxyId)?.birthDate ?? '' },
    evidence: link.evidence,
    grantedBy: person(link.grantedBy),
    confirmBy: link.confirmBy || null,
    confirmed: acted(link.confirmedBy, link.confirmedAt),
    ended: acted(link.endedBy, link.endedAt),
    reviewed: acted(link.reviewedBy, link.reviewedAt),
    disputedAt: link.disputedAt || null,
  };
}
