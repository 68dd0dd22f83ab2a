import type { WaitlistEntryVersion__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistEntryVersion';
import type { OwedMessage } from './ledger.ts';
import type { WaitlistTemplate } from './mail/waitlist-templates.ts';
import { newsFor_ms } from './owed.ts';

/** The fields of a waiting entry that decide whether a mail is sent. */
export type WaitlistChange = Pick<
  WaitlistEntryVersion__Output,
  'appointmentId' | 'version' | 'patientId' | 'change' | 'changedAt' | 'offer'
>;

const templates: Readonly<Record<string, WaitlistTemplate>> = {
  offered: 'offer-made',
  missed: 'offer-ended',
  lapsed: 'waitlist-lapsed',
  past: 'waitlist-lapsed',
};

/**
 * The mail that a version of a waiting entry calls for, if any: an offer, its end without an answer, or that the place
 * has lapsed or its last date has passed; what the patient did themselves is not told. An offer made at night is told
 * in the morning. The ledger keeps one message per version.
 */
export function waitlistMessageOwed(change: WaitlistChange, nowMs: number): OwedMessage | undefined {
  const template = templates[change.change];
  if (template === undefined) return undefined;
  const { patientId: personId, appointmentId, version, changedAt, offer } = change;
  const toldAt = template === 'offer-made' ? offer?.announceAt || changedAt : changedAt;
  if (nowMs - Date.parse(toldAt) > newsFor_ms) return undefined;
  return { personId, template, appointmentId, version, sequence: version, changedAt: toldAt };
}
