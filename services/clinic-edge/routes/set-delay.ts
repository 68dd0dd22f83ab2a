import type { Peers } from '@healthbooker/edge/peers';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function setDelay({ lateness }: Peers): Route {
  return route({
    method: 'PUT',
    path: '/clinic/v1/providers/:id/delay',
    callers: ['Providers', 'Receptionists'],
    summary: 'Says how many minutes a provider is behind today; providers for themselves',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({ delayMinutes: z.int32().min(0).max(240).describe('0: in time again') }),
    responses: { 200: z.strictObject({ delayMinutes: z.int32(), changedAt: Instant }) },
    async handle({ params, body: { delayMinutes: wanted }, context }) {
      const { delayMinutes, changedAt } = await lateness.call(
        'SetProviderDelay',
        { providerId: params.id, delayMinutes: wanted },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { delayMinutes, changedAt } };
    },
  });
}
