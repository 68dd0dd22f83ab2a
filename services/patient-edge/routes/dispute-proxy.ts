import type { Peers } from '@healthbooker/edge/peers';
import { forward } from '@healthbooker/runtime/context';
import { nothing, type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

/**
 * For anybody who reads the patient's mail, signed in or not: this edge calls with its own token, and the secret
 * names the link. It is a POST, so that a mail scanner that opens the page ends nothing.
 */
export function disputeByMail({ proxies, inOwnName }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/proxies/not-me',
    callers: 'public',
    summary: '“This was not me”: ends the link that a notice was about and tells the privacy team',
    body: z.strictObject({ secret: z.string().min(1).max(100) }),
    responses: { 204: nothing },
    problems: [404],
    async handle({ body: { secret }, context }) {
      await proxies.call('DisputeProxy', { secret }, inOwnName(context, 'scheduler'));
      return { status: 204, body: undefined };
    },
  });
}

/** For the patient, who is signed in and sees the link on their account page. */
export function disputeLink({ proxies }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/proxies/:id/not-me',
    callers: ['Patients'],
    summary: '“This was not me”: ends a link to the caller’s record and tells the privacy team',
    params: z.strictObject({ id: z.guid() }),
    responses: { 204: nothing },
    problems: [404],
    async handle({ params: { id: linkId }, context }) {
      await proxies.call('DisputeProxy', { linkId }, forward(context, { idempotent: true }));
      return { status: 204, body: undefined };
    },
  });
}
