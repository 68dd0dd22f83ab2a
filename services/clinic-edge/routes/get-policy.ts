import type { Peers } from '@healthbooker/edge/peers';
import { namesOf } from '@healthbooker/edge/people';
import { Policy, PolicyChange, policyReplyJson } from '@healthbooker/protos/json/policy';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function getPolicy({ policy, appointment }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/policy',
    callers: ['Admins'],
    summary: 'What the hospital has decided in numbers, and the latest 50 changes',
    responses: {
      200: z.strictObject({ policy: Policy, version: z.int(), changes: z.array(PolicyChange) }),
    },
    async handle({ context }) {
      const reply = await policy.call('GetPolicy', {}, forward(context, { idempotent: true }));
      const nameOf = await namesOf(
        appointment,
        reply.changes.map(({ changedBy }) => changedBy),
        context,
      );
      return { status: 200, body: policyReplyJson(reply, nameOf) };
    },
  });
}
