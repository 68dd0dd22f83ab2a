import type { Peers } from '@healthbooker/edge/peers';
import { Appointment, appointmentJson } from '@healthbooker/protos/json/appointment';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function acceptOffer({ waitlist }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/waitlist/:id/accept',
    callers: ['Patients'],
    summary: 'Books the offered time; 409 with reason `offer-ended` when somebody was later than its end',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({ version: z.int32().min(1), holdId: z.guid() }),
    idempotent: true,
    responses: { 201: z.strictObject({ appointment: Appointment }) },
    async handle({ params, body, idempotencyKey, context }) {
      const { reservation } = await waitlist.call(
        'AcceptOffer',
        {
          appointmentId: params.id,
          expectedVersion: body.version,
          holdId: body.holdId,
          operationKey: idempotencyKey,
        },
        forward(context, { idempotent: true }),
      );
      const appointment = appointmentJson(present(reservation, 'reservation'));
      return {
        status: 201,
        body: { appointment },
        headers: { Location: `/v1/appointments/${appointment.id}` },
      };
    },
  });
}
