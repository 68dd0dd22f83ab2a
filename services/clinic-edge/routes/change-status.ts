import type { Peers } from '@healthbooker/edge/peers';
import { Appointment, appointmentJson, visitStatuses } from '@healthbooker/protos/json/appointment';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

const Change = z.strictObject({
  version: z.int32().min(1),
  status: visitStatuses.schema
    .exclude(['cancelled'])
    .describe('The status to reach; an earlier one undoes the present one'),
});

export function changeStatus({ scheduler }: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/appointments/:id/status',
    callers: ['Providers', 'Receptionists'],
    summary: 'Says how far a visit is',
    params: z.strictObject({ id: z.guid() }),
    body: Change,
    idempotent: true,
    responses: { 200: z.strictObject({ appointment: Appointment }) },
    async handle({ params, body, idempotencyKey, context }) {
      const { reservation } = await scheduler.call(
        'ChangeVisitStatus',
        {
          appointmentId: params.id,
          expectedVersion: body.version,
          status: visitStatuses.toName(body.status),
          operationKey: idempotencyKey,
        },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { appointment: appointmentJson(present(reservation, 'reservation')) } };
    },
  });
}
