import type { Peers } from '@healthbooker/edge/peers';
import { forward } from '@healthbooker/runtime/context';
import { nothing, type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function removeClosure({ availability }: Peers): Route {
  return route({
    method: 'DELETE',
    path: '/clinic/v1/closures/:id',
    callers: ['Admins'],
    summary: 'Opens again: the times come back within a minute',
    params: z.strictObject({ id: z.guid() }),
    responses: { 204: nothing },
    problems: [404],
    async handle({ params, context }) {
      await availability.call('RemoveClosure', { closureId: params.id }, forward(context));
      return { status: 204, body: undefined };
    },
  });
}
