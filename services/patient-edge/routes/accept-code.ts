import type { Peers } from '@healthbooker/edge/peers';
import { proxyScopes } from '@healthbooker/protos/json/proxy';
import { Instant } from '@healthbooker/protos/json/slot';
import { present } from '@healthbooker/protos/json/words';
import { forward, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RateLimiter } from '@healthbooker/runtime/rate-limit';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

/**
 * Enters a code. Entering the same code again finds the same link, so no key is needed.
 * @param tries counts tries per person: a typing error needs a few, guessing needs billions
 */
export function acceptCode({ proxies }: Peers, tries: RateLimiter): Route {
  return route({
    method: 'POST',
    path: '/v1/proxies',
    callers: ['Patients'],
    summary: 'Enters a code: the caller acts for whoever made it',
    body: z.strictObject({ code: z.string().min(1).max(40) }),
    responses: { 201: z.strictObject({ personId: z.string(), since: Instant, scope: proxyScopes.schema }) },
    problems: [404, 409],
    async handle({ body: { code }, context }) {
      const { allowed, resetMs } = tries.take(personOf(context).personId);
      if (!allowed) {
        throw new ServiceError('rate-limited', 'That were many codes. Wait a minute before the next.', {
          retryAfterMs: resetMs,
        });
      }
      const reply = await proxies.call('AcceptInvitation', { code }, forward(context, { idempotent: true }));
      const { patientId: personId, since, scope } = present(reply.link, 'link');
      return { status: 201, body: { personId, since, scope: proxyScopes.toWord(scope) } };
    },
  });
}
