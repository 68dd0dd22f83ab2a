import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { forward } from '@healthbooker/runtime/context';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { isLate } from '../late-cancellation.ts';
import { expectedVersion, idempotencyKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { counted } from './counted.ts';
import { projectAtOnce } from './project-at-once.ts';

const cancelRequest = z.object({ appointmentId: z.guid(), expectedVersion, idempotencyKey });

/**
 * Cancels the caller's appointment, however late. `late` follows from the committed times, so that a retry gives the same
 * answer. The scheduler checks in the transaction, with the caller's own token, whose appointment it is.
 * @throws ServiceError invalid, not-found, conflict (stale version), idempotency-mismatch, unavailable
 */
export function cancel(parts: Parts): RpcOf<AppointmentServiceDefinition, 'Cancel'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const { idempotencyKey: operationKey, ...wanted } = parse(cancelRequest, request);
      const outgoing = forward(context, { idempotent: true });
      const change = parts.scheduler.call('CancelReservation', { ...wanted, operationKey }, outgoing);
      const { reservation } = await counted(parts.measures, 'cancel', change);
      const appointment = await projectAtOnce(parts, reservation, context);
      return { appointment, late: await isLate(parts, context, appointment, appointment.changedAt) };
    },
  };
}
