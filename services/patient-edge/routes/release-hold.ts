import type { Peers } from '@healthbooker/edge/peers';
import { forward, personOf } from '@healthbooker/runtime/context';
import { nothing, type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function releaseHold({ scheduler }: Peers): Route {
  return route({
    method: 'DELETE',
    path: '/v1/holds/:id',
    callers: ['Patients'],
    summary: 'Gives a held slot back',
    params: z.strictObject({ id: z.guid() }),
    responses: { 204: nothing },
    async handle({ params, context }) {
      await scheduler.call(
        'ReleaseHold',
        { patientId: personOf(context).personId, holdId: params.id },
        forward(context, { idempotent: true }),
      );
      return { status: 204, body: undefined };
    },
  });
}
