import type { Peers } from '@healthbooker/edge/peers';
import { Replay, replayJson } from '@healthbooker/protos/json/decision';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { whichDecision } from '../which-decision.ts';

export function replayDecision({ decisions }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/decisions/:id/:version/replay',
    callers: ['Admins'],
    summary: 'Decides again on what was stored, and says whether the answer is the same; changes nothing',
    params: whichDecision,
    responses: { 200: Replay },
    problems: [404],
    async handle({ params, context }) {
      const reply = await decisions.call(
        'ReplayDecision',
        { appointmentId: params.id, version: params.version },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: replayJson(reply) };
    },
  });
}
