import type { Peers } from '@healthbooker/edge/peers';
import { Decision, decisionJson } from '@healthbooker/protos/json/decision';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { whichDecision } from '../which-decision.ts';

export function getDecision({ decisions }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/decisions/:id/:version',
    callers: ['Admins'],
    summary: 'One decision: what was looked at, and how each fared',
    params: whichDecision,
    responses: {
      200: z.strictObject({ why: z.string().describe('As the patient reads it'), decision: Decision }),
    },
    problems: [404],
    async handle({ params, context }) {
      const { why, decision } = await decisions.call(
        'GetDecision',
        { appointmentId: params.id, version: params.version },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { why, decision: decisionJson(present(decision, 'decision')) } };
    },
  });
}
