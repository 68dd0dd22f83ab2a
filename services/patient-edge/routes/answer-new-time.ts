import type { Peers } from '@healthbooker/edge/peers';
import { Appointment, appointmentJson } from '@healthbooker/protos/json/appointment';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

const answers = { keep: 'NEW_TIME_ANSWER_KEEP', refuse: 'NEW_TIME_ANSWER_REFUSE' } as const;

export function answerNewTime({ leave }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/appointments/:id/answer',
    callers: ['Patients'],
    summary:
      'Keeps the time that the clinic moved a visit to, or says that it cannot be: then it is cancelled',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({ version: z.int32().min(1), answer: z.enum(['keep', 'refuse']) }),
    idempotent: true,
    responses: { 200: z.strictObject({ appointment: Appointment }) },
    problems: [404, 409],
    async handle({ params, body: { version, answer }, idempotencyKey, context }) {
      const { reservation } = await leave.call(
        'AnswerNewTime',
        {
          appointmentId: params.id,
          expectedVersion: version,
          answer: answers[answer],
          operationKey: idempotencyKey,
        },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { appointment: appointmentJson(present(reservation, 'reservation')) } };
    },
  });
}
