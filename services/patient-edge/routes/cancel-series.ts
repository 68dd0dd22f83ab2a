import type { Peers } from '@healthbooker/edge/peers';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { Appointments, appointmentsJson, changeRequest, seriesChange } from '../series.ts';

export function cancelSeries({ series }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/series/:id/cancel',
    callers: ['Patients'],
    summary: 'Cancels one visit of a series, or it and all later ones',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject(seriesChange),
    idempotent: true,
    responses: { 200: Appointments },
    async handle({ params, body, idempotencyKey, context }) {
      const { reservations } = await series.call(
        'CancelSeries',
        { ...changeRequest(body), seriesId: params.id, operationKey: idempotencyKey },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: appointmentsJson(reservations) };
    },
  });
}
