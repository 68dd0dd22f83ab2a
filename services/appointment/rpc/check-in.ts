import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { forward } from '@healthbooker/runtime/context';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { expectedVersion, idempotencyKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { counted } from './counted.ts';
import { projectAtOnce } from './project-at-once.ts';

const checkInRequest = z.object({ appointmentId: z.guid(), expectedVersion, idempotencyKey });

/**
 * The caller says that they have arrived: the visit becomes "arrived", and reception checks them in. The scheduler checks
 * whose visit it is, and that it is today where the visit takes place.
 * @throws ServiceError invalid, not-found, too-soon (another day), conflict (stale version), idempotency-mismatch,
 *   unavailable
 */
export function checkIn(parts: Parts): RpcOf<AppointmentServiceDefinition, 'CheckIn'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const { idempotencyKey: operationKey, ...wanted } = parse(checkInRequest, request);
      const outgoing = forward(context, { idempotent: true });
      const arrival = { ...wanted, status: 'VISIT_STATUS_ARRIVED', operationKey } as const;
      const change = parts.scheduler.call('ChangeVisitStatus', arrival, outgoing);
      const { reservation } = await counted(parts.measures, 'check-in', change);
      return { appointment: await projectAtOnce(parts, reservation, context) };
    },
  };
}
