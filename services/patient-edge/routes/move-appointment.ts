import type { Peers } from '@healthbooker/edge/peers';
import { Appointment, appointmentJson } from '@healthbooker/protos/json/appointment';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { agreedFields } from '../agreed.ts';

export function moveAppointment({ appointment: service }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/appointments/:id/move',
    callers: ['Patients'],
    summary: 'Takes another slot; the old one stays until the new one is certain',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({
      ...agreedFields,
      version: z.int32().min(1),
      slotId: z.guid(),
      holdId: z.guid().exactOptional(),
    }),
    idempotent: true,
    responses: { 200: z.strictObject({ appointment: Appointment }) },
    async handle({ params, body: { version, ...wanted }, idempotencyKey, context }) {
      const reply = await service.call(
        'Move',
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
