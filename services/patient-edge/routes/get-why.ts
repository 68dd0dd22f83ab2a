import type { Peers } from '@healthbooker/edge/peers';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function getWhy({ decisions }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/appointments/:id/why',
    callers: ['Patients'],
    summary: 'Why an appointment has its time, in plain words',
    params: z.strictObject({ id: z.guid() }),
    responses: { 200: z.strictObject({ why: z.string() }) },
    problems: [404],
    async handle({ params, context }) {
      const { why } = await decisions.call(
        'GetDecision',
        { appointmentId: params.id, version: 0 },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { why } };
    },
  });
}
