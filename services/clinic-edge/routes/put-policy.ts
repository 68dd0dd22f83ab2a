import type { Peers } from '@healthbooker/edge/peers';
import { Policy, policyJson } from '@healthbooker/protos/json/policy';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

/** It is not retried by itself: after the change was saved, a second try would find another version. */
export function putPolicy({ policy: service }: Peers): Route {
  return route({
    method: 'PUT',
    path: '/clinic/v1/policy',
    callers: ['Admins'],
    summary: 'Changes what the hospital has decided in numbers',
    body: z.strictObject({
      policy: Policy,
      version: z.int32().min(1).describe('The version that is changed'),
    }),
    responses: { 200: z.strictObject({ policy: Policy, version: z.int() }) },
    problems: [409],
    async handle({ body, context }) {
      const { policy, version } = await service.call(
        'ChangePolicy',
        { policy: body.policy, expectedVersion: body.version },
        forward(context),
      );
      return { status: 200, body: { policy: policyJson(present(policy, 'policy')), version } };
    },
  });
}
