import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { forward } from '@healthbooker/runtime/context';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { expectedVersion, idempotencyKey, optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { counted } from './counted.ts';
import { projectAtOnce } from './project-at-once.ts';

const moveRequest = z.object({
  appointmentId: z.guid(),
  expectedVersion,
  slotId: z.guid(),
  holdId: optionalId,
  idempotencyKey,
  otherRegionAgreed: z.boolean(),
  stepsAgreed: z.boolean(),
});

/**
 * Moves the caller's appointment to another slot; they keep the old slot until they have the new one. The scheduler checks
 * in the transaction, with the caller's own token, whose appointment it is.
 * @throws ServiceError invalid, not-found, slot-taken (with alternatives), conflict (stale version or own overlap),
 *   too-soon, idempotency-mismatch, unavailable
 */
export function move(parts: Parts): RpcOf<AppointmentServiceDefinition, 'Move'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const { idempotencyKey: operationKey, ...wanted } = parse(moveRequest, request);
      const outgoing = forward(context, { idempotent: true });
      const change = parts.scheduler.call('MoveReservation', { ...wanted, operationKey }, outgoing);
      const { reservation } = await counted(parts.measures, 'move', change);
      return { appointment: await projectAtOnce(parts, reservation, context) };
    },
  };
}
