import { z } from 'zod';
import type { Referral__Output } from '../gen/healthbooker/scheduler/v1/Referral.ts';
import { Instant, urgencies } from './slot.ts';
import { enumWords } from './words.ts';

export const referralKinds = enumWords({
  REFERRAL_KIND_REFERRAL: 'referral',
  REFERRAL_KIND_FOLLOW_UP: 'follow-up',
});

export const referralStates = enumWords({
  REFERRAL_STATE_OPEN: 'open',
  REFERRAL_STATE_BOOKED: 'booked',
  REFERRAL_STATE_WITHDRAWN: 'withdrawn',
});

export const Referral = z
  .strictObject({
    id: z.string(),
    kind: referralKinds.schema,
    specialtyId: z.string(),
    specialtyName: z.string(),
    visitTypeId: z.string().describe('Empty: any visit type of the specialty'),
    visitTypeName: z.string(),
    providerId: z.string().describe('Empty: any provider'),
    providerName: z.string(),
    urgency: urgencies.schema,
    earliestDate: z.string().describe('YYYY-MM-DD, or empty'),
    dueDate: z.string().describe('YYYY-MM-DD: the patient should be seen by then'),
    orderedByName: z.string(),
    orderedAt: Instant,
    state: referralStates.schema.describe('Open while no visit is booked with it and nobody withdrew it'),
    appointmentId: z.string().describe('The visit booked with it, or empty'),
  })
  .meta({ id: 'Referral', description: 'A referral or a follow-up that a clinician ordered' });

export function referralJson(referral: Referral__Output): z.input<typeof Referral> {
  const { id, kind, specialtyId, specialtyName, visitTypeId, visitTypeName, providerId, providerName } =
    referral;
  const { urgency, earliestDate, dueDate, orderedByName, orderedAt, state, appointmentId } = referral;
  return {
    id,
    kind: referralKinds.toWord(kind),
    specialtyId,
    specialtyName,
    visitTypeId,
    visitTypeName,
    providerId,
    providerName,
    urgency: urgencies.toWord(urgency),
    earliestDate,
    dueDate,
    orderedByName,
    orderedAt,
    state: referralStates.toWord(state),
    appointmentId,
  };
}
