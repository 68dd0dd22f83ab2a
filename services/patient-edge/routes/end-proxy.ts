import type { Peers } from '@healthbooker/edge/peers';
import { forward, personOf } from '@healthbooker/runtime/context';
import { nothing, type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

const params = z.strictObject({ id: z.guid() });

export function endProxy({ proxies }: Peers): Route {
  return route({
    method: 'DELETE',
    path: '/v1/proxies/:id',
    callers: ['Patients'],
    summary: 'Lets somebody act for the caller no longer',
    params,
    responses: { 204: nothing },
    async handle({ params: { id: proxyId }, context }) {
      const link = { patientId: personOf(context).personId, proxyId };
      await proxies.call('EndProxy', link, forward(context, { idempotent: true }));
      return { status: 204, body: undefined };
    },
  });
}

export function stopActing({ proxies }: Peers): Route {
  return route({
    method: 'DELETE',
    path: '/v1/acting-for/:id',
    callers: ['Patients'],
    summary: 'The caller acts for somebody no longer',
    params,
    responses: { 204: nothing },
    async handle({ params: { id: patientId }, context }) {
      const link = { patientId, proxyId: personOf(context).personId };
      await proxies.call('EndProxy', link, forward(context, { idempotent: true }));
      return { status: 204, body: undefined };
    },
  });
}
