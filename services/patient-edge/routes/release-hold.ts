import type { Peers } from '@healthbooker/edge/peers';
import { forward } from '@healthbooker/runtime/context';
import { nothing, type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { patientOf, patientQuery } from '../patient.ts';

export function releaseHold({ scheduler }: Peers): Route {
  return route({
    method: 'DELETE',
    path: '/v1/holds/:id',
    callers: ['Patients'],
    summary: 'Gives a held slot back',
    params: z.strictObject({ id: z.guid() }),
    query: z.strictObject(patientQuery),
    responses: { 204: nothing },
    async handle({ params, query, context }) {
      await scheduler.call(
        'ReleaseHold',
        { patientId: patientOf(query, context), holdId: params.id },
        forward(context, { idempotent: true }),
      );
      return { status: 204, body: undefined };
    },
  });
}
