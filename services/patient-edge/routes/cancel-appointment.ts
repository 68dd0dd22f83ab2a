import type { Peers } from '@healthbooker/edge/peers';
import { Appointment, appointmentJson } from '@healthbooker/protos/json/appointment';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function cancelAppointment({ appointment: service }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/appointments/:id/cancel',
    callers: ['Patients'],
    summary: 'Cancels; never refused for being late',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({ version: z.int32().min(1) }),
    idempotent: true,
    responses: { 200: z.strictObject({ appointment: Appointment, late: z.boolean() }) },
    async handle({ params, body, idempotencyKey, context }) {
      const reply = await service.call(
        'Cancel',
        { appointmentId: params.id, expectedVersion: body.version, idempotencyKey },
        forward(context, { idempotent: true }),
      );
      const appointment = appointmentJson(present(reply.appointment, 'appointment'));
      return { status: 200, body: { appointment, late: reply.late } };
    },
  });
}
