import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { isVisible, showsNothing } from '@healthbooker/runtime/text';
import { z } from 'zod';
import { urgencyFrom } from '../engine/urgency.ts';
import { expectedVersion, id, operationKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { changeEntry, refuseClosed } from './change-entry.ts';
import { findSlotForEntry } from './find-slot-for-entry.ts';
import { toStaffEntry } from './staff-entry.ts';
import { targetOf, zoneOf } from './waiting-need.ts';
import { writeEntry } from './write-entry.ts';

const schema = z.object({
  appointmentId: id,
  expectedVersion,
  urgency: z.string().transform((name, context) => {
    const urgency = urgencyFrom(name);
    if (urgency !== undefined) return urgency;
    context.addIssue({ code: 'custom', message: 'must be routine, soon or urgent' });
    return z.NEVER;
  }),
  reason: z
    .string()
    .trim()
    .min(3, 'must say why, in 3 characters or more')
    .max(500)
    .refine(isVisible, showsNothing),
  operationKey,
});

/**
 * A clinician of a team of the specialty says how urgent an entry is. Its target date counts from then on, and slots
 * are searched again, since it may now have slots that are kept for more urgent needs. The reason is kept with the
 * decision.
 */
export function retriage(parts: Parts): RpcOf<WaitlistServiceDefinition, 'Retriage'> {
  return {
    callers: ['Providers'],
    async handle(message, context) {
      const { operationKey: key, ...asked } = parse(schema, message);
      const { entry, role } = await changeEntry(
        parts,
        {
          operation: 'retriage',
          request: asked,
          operationKey: key,
          settles: true,
          async plan(tx, current, asking, cause) {
            if (asking !== 'provider') {
              throw new ServiceError('forbidden', 'Only clinicians of the specialty may do this.');
            }
            refuseClosed(current);
            const now = parts.clock();
            const { urgency } = asked;
            const seen = { rule: 'note', from: current.urgency, to: urgency, reason: asked.reason } as const;
            const patch = { urgency, target_date: targetOf(urgency, await zoneOf(tx, current), now) };
            const step = { change: 'retriaged', state: current.state, patch, seen } as const;
            const written = await writeEntry(tx, current, step, cause, now);
            return written.state === 'waiting' ? findSlotForEntry(tx, parts, written, now) : written;
          },
        },
        context,
      );
      return { entry: toStaffEntry(entry, role, parts.clock()) };
    },
  };
}
