import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { roleTowards } from '../care/access.ts';
import { expectedVersion, id, operationKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { planCancel } from './plan-cancel.ts';
import { writeVersion } from './write-version.ts';

const schema = z.object({ appointmentId: id, expectedVersion, operationKey });

/** Cancels a visit that is not over and gives its slot back. A patient may do so until it begins. */
export function cancelReservation(parts: Parts): RpcOf<SchedulerServiceDefinition, 'CancelReservation'> {
  return {
    callers: ['Patients', 'Receptionists', 'Providers'],
    async handle(request, context) {
      const { operationKey: key, ...asked } = parse(schema, request);
      const reservation = await writeVersion(
        parts,
        {
          operation: 'cancel',
          request: asked,
          operationKey: key,
          appointmentId: asked.appointmentId,
          expectedVersion: asked.expectedVersion,
          authorise: (tx, current) => roleTowards(tx, context, current, parts.clock()),
          plan: (tx, current) => planCancel(tx, context, current, parts.clock()),
        },
        context,
      );
      return { reservation };
    },
  };
}
