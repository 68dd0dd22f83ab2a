import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { expectedVersion, id, operationKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { changeEntry, refuseClosed } from './change-entry.ts';
import { endOffer } from './end-offer.ts';
import { toPatientsEntry } from './entry.ts';
import { writeEntry } from './write-entry.ts';

const schema = z.object({ appointmentId: id, expectedVersion, operationKey });

/** Takes an entry off the list; the slot of an open offer goes to the next. */
export function leaveWaitlist(parts: Parts): RpcOf<WaitlistServiceDefinition, 'LeaveWaitlist'> {
  return {
    callers: ['Patients', 'Receptionists'],
    async handle(message, context) {
      const { operationKey: key, ...asked } = parse(schema, message);
      const { entry, role } = await changeEntry(
        parts,
        {
          operation: 'leave-waitlist',
          request: asked,
          operationKey: key,
          settles: true,
          async plan(tx, current, _, cause) {
            refuseClosed(current);
            if (current.state === 'offered') await endOffer(tx, current, 'declined');
            const step = { change: 'left', state: 'withdrawn', seen: { rule: 'note' } } as const;
            return writeEntry(tx, current, step, cause, parts.clock());
          },
        },
        context,
      );
      return { entry: toPatientsEntry(entry, role) };
    },
  };
}
