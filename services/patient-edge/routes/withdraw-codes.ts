import type { Peers } from '@healthbooker/edge/peers';
import { forward } from '@healthbooker/runtime/context';
import { nothing, type Route, route } from '@healthbooker/runtime/route';

export function withdrawCodes({ proxies }: Peers): Route {
  return route({
    method: 'DELETE',
    path: '/v1/proxies/codes',
    callers: ['Patients'],
    summary: 'Takes back every code of the caller that nobody has entered',
    responses: { 204: nothing },
    async handle({ context }) {
      await proxies.call('WithdrawInvitations', {}, forward(context, { idempotent: true }));
      return { status: 204, body: undefined };
    },
  });
}
