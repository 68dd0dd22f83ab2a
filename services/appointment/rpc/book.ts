import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { forward, personOf } from '@healthbooker/runtime/context';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { appointmentId } from '../appointment-id.ts';
import { idempotencyKey, optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { reason, urgencyOf } from '../policies.ts';
import { counted } from './counted.ts';
import { projectAtOnce } from './project-at-once.ts';

const symptoms = z.object({
  emergencySigns: z.boolean(),
  gettingWorse: z.boolean(),
  limitsDailyLife: z.boolean(),
  longStanding: z.boolean(),
});

const bookRequest = z
  .object({
    slotId: z.guid(),
    holdId: optionalId,
    reason,
    symptoms: symptoms.nullish(),
    idempotencyKey,
    patientId: optionalId,
    referralId: optionalId,
    otherRegionAgreed: z.boolean(),
    stepsAgreed: z.boolean(),
  })
  .refine((wanted) => wanted.referralId !== '' || wanted.symptoms != null, {
    path: ['symptoms'],
    error: 'must be answered',
  });

/**
 * Books a slot for the caller or somebody they act for. It is done when the scheduler has committed it, even if the table
 * fails. The appointment's id follows from caller and key: a retry finds the same appointment, and a different request
 * with the same key is refused. With a referral, its urgency counts and not the patient's answers.
 * @throws ServiceError invalid, forbidden (the caller does not act for this person), not-found (somebody else's referral),
 *   slot-taken (with alternatives), conflict (overlap, a referral that is not open), too-soon, idempotency-mismatch,
 *   unavailable
 */
export function book(parts: Parts): RpcOf<AppointmentServiceDefinition, 'Book'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const { personId } = personOf(context);
      const { symptoms, idempotencyKey, patientId, ...asked } = {
        ...request,
        ...parse(bookRequest, request),
      };
      const reserve = parts.scheduler.call(
        'Reserve',
        {
          // What is said of the visit goes as it is: the scheduler checks it.
          ...asked,
          appointmentId: appointmentId(personId, idempotencyKey),
          patientId: patientId || personId,
          urgency: symptoms == null ? 'URGENCY_ROUTINE' : urgencyOf(symptoms),
          operationKey: idempotencyKey,
        },
        forward(context, { idempotent: true }),
      );
      const { reservation } = await counted(parts.measures, 'book', reserve);
      return { appointment: await projectAtOnce(parts, reservation, context) };
    },
  };
}
