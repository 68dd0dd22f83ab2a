import type { Peers } from '@healthbooker/edge/peers';
import { Appointment, appointmentJson } from '@healthbooker/protos/json/appointment';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function checkIn({ appointment: service }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/appointments/:id/check-in',
    callers: ['Patients'],
    summary: 'Says that the caller has arrived',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({ version: z.int32().min(1) }),
    idempotent: true,
    responses: { 200: z.strictObject({ appointment: Appointment }) },
    async handle({ params, body: { version, ...wanted }, idempotencyKey, context }) {
      const reply = await service.call(
        'CheckIn',
        { ...wanted, appointmentId: params.id, expectedVersion: version, idempotencyKey },
        forward(context, { idempotent: true }),
      );
      return {
        status: 200,
        body: { appointment: appointmentJson(present(reply.appointment, 'appointment')) },
      };
    },
  });
}
