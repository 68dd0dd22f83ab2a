import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { roleTowards } from '../access.ts';
import { RULE_VERSION } from '../allocate/decide.ts';
import type { ReservationRow } from '../booking/rows.ts';
import { writeVersion } from '../booking/write-version.ts';
import { expectedVersion, id, operationKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

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
          authorise: (tx, current) => roleTowards(tx, context, current),
          async plan(tx, current) {
            const old = cancellable(current);
            const role = await roleTowards(tx, context, old);
            if (role === 'patient' && old.start_at <= parts.clock()) {
              throw new ServiceError('too-soon', 'This visit has already begun.');
            }
            return {
              change: 'cancelled',
              status: 'cancelled',
              slotId: old.slot_id,
              freedSlotId: old.slot_id,
              ruleVersion: RULE_VERSION,
              seen: { status: old.status, slotId: old.slot_id },
            };
          },
        },
        context,
      );
      return { reservation };
    },
  };
}

function cancellable(current: ReservationRow | undefined): ReservationRow {
  if (current?.status === 'booked' || current?.status === 'arrived') return current;
  throw new ServiceError('conflict', 'This visit cannot be cancelled any more.', {
    details: { reason: 'status' },
  });
}
