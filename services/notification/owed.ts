import type { ReservationVersion__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReservationVersion';
import type { OwedMessage } from './ledger.ts';
import type { AppointmentTemplate } from './mail/appointment-templates.ts';

/**
 * No mail is sent about older changes: by then the patient has seen them in the portal or heard by phone. So a history
 * that was loaded from elsewhere is not mailed either.
 */
export const newsFor_ms = 24 * 3_600_000;

export type Change = Pick<
  ReservationVersion__Output,
  'appointmentId' | 'patientId' | 'version' | 'sequence' | 'status' | 'standing' | 'changedAt'
>;

/**
 * The mail that a version of an appointment calls for, if any. SEQUENCE rises with every move and cancellation, and when
 * the clinic says that the time cannot be kept or holds after all, and with nothing else, so it tells apart what a patient must hear of from
 * arrivals, check-ins and their undoing; the ledger keeps one message per sequence. Whoever has arrived already
 * is not told any more.
 */
export function messageOwed(change: Change, nowMs: number): OwedMessage | undefined {
  const template = templateFor(change);
  if (template === undefined || nowMs - Date.parse(change.changedAt) > newsFor_ms) return undefined;
  const { patientId: personId, appointmentId, version, sequence, changedAt } = change;
  return { personId, template, appointmentId, version, sequence, changedAt };
}

function templateFor({ status, sequence, standing }: Change): AppointmentTemplate | undefined {
  if (status === 'VISIT_STATUS_CANCELLED') return 'appointment-cancelled';
  if (status !== 'VISIT_STATUS_BOOKED') return undefined;
  if (standing === 'VISIT_STANDING_UNPLACED') return 'appointment-unplaced';
  if (standing === 'VISIT_STANDING_RESTORED') return 'appointment-restored';
  return sequence === 0 ? 'appointment-booked' : 'appointment-moved';
}
