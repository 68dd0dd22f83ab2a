import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { expectedVersion, id, operationKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { changeEntry, refuseClosed } from './change-entry.ts';
import type { contactNames } from './entry.ts';
import { toStaffEntry } from './staff-entry.ts';
import { writeEntry } from './write-entry.ts';

const outcomes = {
  CONTACT_OUTCOME_REACHED: 'reached',
  CONTACT_OUTCOME_MESSAGE_LEFT: 'message-left',
  CONTACT_OUTCOME_NO_ANSWER: 'no-answer',
} as const satisfies Record<(typeof contactNames)[keyof typeof contactNames], string>;

const schema = z.object({
  appointmentId: id,
  expectedVersion,
  outcome: z
    .enum(Object.keys(outcomes) as [keyof typeof outcomes], { error: 'must say what came of it' })
    .transform((name) => outcomes[name]),
  note: z.string().trim().max(500),
  operationKey,
});

/** Keeps when staff last spoke with a waiting patient, or tried to. */
export function recordContact(parts: Parts): RpcOf<WaitlistServiceDefinition, 'RecordContact'> {
  return {
    callers: ['Providers', 'Receptionists', 'Admins'],
    async handle(message, context) {
      const { operationKey: key, ...asked } = parse(schema, message);
      const { entry, role } = await changeEntry(
        parts,
        {
          operation: 'record-contact',
          request: asked,
          operationKey: key,
          settles: false,
          async plan(tx, current, asking, cause) {
            if (asking === 'patient') throw new ServiceError('forbidden', 'Only staff may do this.');
            refuseClosed(current);
            const now = parts.clock();
            const contact = { at: rfc3339(now), outcome: asked.outcome, note: asked.note };
            const seen = { rule: 'note', outcome: asked.outcome } as const;
            const step = { change: 'contacted', state: current.state, patch: { contact }, seen } as const;
            return writeEntry(tx, current, step, cause, now);
          },
        },
        context,
      );
      return { entry: toStaffEntry(entry, role, parts.clock()) };
    },
  };
}
