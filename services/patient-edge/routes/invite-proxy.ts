import type { Peers } from '@healthbooker/edge/peers';
import { proxyScopes } from '@healthbooker/protos/json/proxy';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

const Wish = z.strictObject({
  scope: proxyScopes.schema.default('record').describe('What the code will allow'),
});

/**
 * Only a hash of the code is kept, so a repeated request could not return it again. For this reason no key is
 * accepted.
 */
export function inviteProxy({ proxies }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/proxies/codes',
    callers: ['Patients'],
    summary: 'Makes a code with which somebody can begin to act for the caller',
    query: Wish,
    responses: { 201: z.strictObject({ code: z.string(), expiresAt: Instant }) },
    problems: [409],
    async handle({ query, context }) {
      const wish = { scope: proxyScopes.toName(query.scope) };
      const { code, expiresAt } = await proxies.call('InviteProxy', wish, forward(context));
      return { status: 201, body: { code, expiresAt } };
    },
  });
}
