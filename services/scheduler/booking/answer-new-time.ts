import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { roleTowards, sideOf } from '../care/access.ts';
import { RULE_VERSION } from '../engine/decide.ts';
import type { ReservationRow } from '../history/reservation.ts';
import { existing, refuseCancel } from '../history/visit-status.ts';
import { expectedVersion, id, operationKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type NextVersion, writeVersion } from './write-version.ts';

/** Answers every open question about this visit, whichever leave or change asked it. */
const answerVisit = statement(
  'answer-leave-visit',
  `update leave_visit set state = $2, changed_at = $3 where appointment_id = $1 and state = 'proposed'`,
);

const answers = { NEW_TIME_ANSWER_KEEP: 'kept', NEW_TIME_ANSWER_REFUSE: 'refused' } as const;

const schema = z.object({
  appointmentId: id,
  expectedVersion,
  answer: z
    .enum(Object.keys(answers) as [keyof typeof answers], { error: 'must be keep or refuse' })
    .transform((name) => answers[name]),
  operationKey,
});

/**
 * The hospital moved a visit, and the patient (or reception for them) answers: the new time is kept, or the visit is
 * cancelled and its slot settled. To choose another time they move the visit. Errors: conflict when nothing was asked.
 */
export function answerNewTime(parts: Parts): RpcOf<LeaveServiceDefinition, 'AnswerNewTime'> {
  return {
    callers: ['Patients', 'Receptionists'],
    async handle(request, context) {
      const { operationKey: key, ...asked } = parse(schema, request);
      const reservation = await writeVersion(
        parts,
        {
          operation: 'answer-new-time',
          request: asked,
          operationKey: key,
          appointmentId: asked.appointmentId,
          expectedVersion: asked.expectedVersion,
          authorise: (tx, current) => roleTowards(tx, context, current, parts.clock()),
          async plan(tx, current) {
            const visit = existing(current);
            if (!visit.awaits_answer) {
              throw new ServiceError('conflict', 'There is no new time to answer.', {
                details: { reason: 'not-asked' },
              });
            }
            const role = await roleTowards(tx, context, visit, parts.clock());
            return answered(tx, visit, asked.answer, sideOf(role), parts.clock());
          },
        },
        context,
      );
      return { reservation };
    },
  };
}

async function answered(
  tx: Transaction,
  visit: ReservationRow,
  answer: 'kept' | 'refused',
  by: 'patient' | 'staff',
  now: Date,
): Promise<NextVersion> {
  if (answer === 'refused') refuseCancel(visit, by, now);
  await query(tx, answerVisit, [visit.appointment_id, answer, now]);
  const slotId = visit.slot_id;
  if (answer === 'kept') {
    const seen = { rule: 'note', answer, status: visit.status } as const;
    return { change: answer, status: visit.status, slotId, ruleVersion: RULE_VERSION, seen };
  }
  return {
    change: answer,
    status: 'cancelled',
    slotId,
    freedSlotId: slotId,
    ruleVersion: RULE_VERSION,
    seen: {
      rule: 'release',
      status: visit.status,
      by,
      startMs: visit.start_at.getTime(),
      nowMs: now.getTime(),
    },
  };
}
