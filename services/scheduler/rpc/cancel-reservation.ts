import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { roleTowards } from '../access.ts';
import { RULE_VERSION } from '../allocate/decide.ts';
import { existing, refuseCancel } from '../booking/visit-status.ts';
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
            const old = existing(current);
            const role = await roleTowards(tx, context, old);
            const by = role === 'patient' ? 'patient' : 'staff';
            const now = parts.clock();
            refuseCancel(old, by, now);
            return {
              change: 'cancelled',
              status: 'cancelled',
              slotId: old.slot_id,
              freedSlotId: old.slot_id,
              ruleVersion: RULE_VERSION,
              seen: {
                rule: 'release',
                status: old.status,
                by,
                startMs: old.start_at.getTime(),
                nowMs: now.getTime(),
              },
            };
          },
        },
        context,
      );
      return { reservation };
    },
  };
}
