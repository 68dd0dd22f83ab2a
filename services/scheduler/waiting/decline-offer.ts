import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { expectedVersion, id, operationKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { changeEntry } from './change-entry.ts';
import { endOffer } from './end-offer.ts';
import { toPatientsEntry } from './entry.ts';
import { findSlotForEntry } from './find-slot-for-entry.ts';
import { refuseNotOffered } from './offered.ts';
import { writeEntry } from './write-entry.ts';

const schema = z.object({ appointmentId: id, expectedVersion, holdId: id, operationKey });

/**
 * Declines an offer. The patient keeps their place; the slot goes to the next and is not offered to this patient again.
 * An answer shows that the patient can be reached, so earlier missed offers do not count any more.
 */
export function declineOffer(parts: Parts): RpcOf<WaitlistServiceDefinition, 'DeclineOffer'> {
  return {
    callers: ['Patients', 'Receptionists'],
    async handle(message, context) {
      const { operationKey: key, ...asked } = parse(schema, message);
      const { entry, role } = await changeEntry(
        parts,
        {
          operation: 'decline-offer',
          request: asked,
          operationKey: key,
          settles: true,
          async plan(tx, current, _, cause) {
            const now = parts.clock();
            refuseNotOffered(current, asked.holdId);
            await endOffer(tx, current, 'declined');
            const seen = { rule: 'note', slotId: current.slot_id } as const;
            const step = { change: 'declined', state: 'waiting', patch: { misses: 0 }, seen } as const;
            return findSlotForEntry(tx, parts, await writeEntry(tx, current, step, cause, now), now);
          },
        },
        context,
      );
      return { entry: toPatientsEntry(entry, role) };
    },
  };
}
