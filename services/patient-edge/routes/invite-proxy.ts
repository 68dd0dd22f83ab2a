import type { Peers } from '@healthbooker/edge/peers';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

/** Of a code only a hash is kept, so that a repeated request could not answer with it again: no key is taken. */
export function inviteProxy({ proxies }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/proxies/codes',
    callers: ['Patients'],
    summary: 'Makes a code with which somebody can begin to act for the caller',
    responses: { 201: z.strictObject({ code: z.string(), expiresAt: Instant }) },
    problems: [409],
    async handle({ context }) {
      const { code, expiresAt } = await proxies.call('InviteProxy', {}, forward(context));
      return { status: 201, body: { code, expiresAt } };
    },
  });
}
