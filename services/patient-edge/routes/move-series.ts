import type { Peers } from '@healthbooker/edge/peers';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { agreedFields } from '../agreed.ts';
import { Appointments, appointmentsJson, changeRequest, seriesChange } from '../series.ts';

export function moveSeries({ series }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/series/:id/move',
    callers: ['Patients'],
    summary: 'Moves one visit of a series, or it and all later ones by the same distance',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({
      ...seriesChange,
      ...agreedFields,
      slotId: z.guid().describe('Where the named visit goes'),
    }),
    idempotent: true,
    responses: { 200: Appointments },
    async handle({ params, body, idempotencyKey, context }) {
      const change = { ...changeRequest(body), seriesId: params.id, operationKey: idempotencyKey };
      const { reservations } = await series.call(
        'MoveSeries',
        {
          ...change,
          slotId: body.slotId,
          otherRegionAgreed: body.otherRegionAgreed ?? false,
          stepsAgreed: body.stepsAgreed ?? false,
        },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: appointmentsJson(reservations) };
    },
  });
}
