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

const bookRequest = z.object({
  slotId: z.guid(),
  holdId: optionalId,
  reason,
  symptoms: z.object({
    emergencySigns: z.boolean(),
    gettingWorse: z.boolean(),
    limitsDailyLife: z.boolean(),
    longStanding: z.boolean(),
  }),
  idempotencyKey,
});

/**
 * Books a slot for the caller. Done once the scheduler has committed, whatever the table says. The appointment's id
 * follows from person and key, so a retry finds the same appointment, and another request under the key is refused.
 * @throws ServiceError invalid, slot-taken (with alternatives), conflict (own overlap), too-soon,
 *   idempotency-mismatch, unavailable
 */
export function book(parts: Parts): RpcOf<AppointmentServiceDefinition, 'Book'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const { personId } = personOf(context);
      const wanted = parse(bookRequest, request);
      const urgency = urgencyOf(wanted.symptoms);
      const reserve = parts.scheduler.call(
        'Reserve',
        {
          appointmentId: appointmentId(personId, wanted.idempotencyKey),
          patientId: personId,
          slotId: wanted.slotId,
          holdId: wanted.holdId,
          reason: wanted.reason,
          urgency,
          operationKey: wanted.idempotencyKey,
        },
        forward(context, { idempotent: true }),
      );
      const { reservation } = await counted(parts.measures, 'book', reserve);
      return { appointment: await projectAtOnce(parts, reservation, context) };
    },
  };
}
