import type { Peers } from '@healthbooker/edge/peers';
import { Appointment, appointmentJson } from '@healthbooker/protos/json/appointment';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function reportLateness({ lateness }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/appointments/:id/lateness',
    callers: ['Patients'],
    summary: 'Says how late the patient will be, on the day',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({
      version: z.int32().min(1),
      lateMinutes: z.int32().min(0).max(60).describe('5 to 60; 0: in time after all'),
    }),
    idempotent: true,
    responses: { 200: z.strictObject({ appointment: Appointment }) },
    problems: [404, 409],
    async handle({ params, body: { version, lateMinutes }, idempotencyKey, context }) {
      const { reservation } = await lateness.call(
        'ReportLateness',
        { appointmentId: params.id, expectedVersion: version, lateMinutes, operationKey: idempotencyKey },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { appointment: appointmentJson(present(reservation, 'reservation')) } };
    },
  });
}
