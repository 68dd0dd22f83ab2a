import type { Peers } from '@healthbooker/edge/peers';
import {
  ClinicSession,
  Impact,
  SessionRules,
  sessionJson,
  sessionMessage,
} from '@healthbooker/protos/json/availability';
import { appliedMoves, maxMovesBytes } from '@healthbooker/protos/json/moves';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { changeDeadlineMs, disruptionId, dryRun } from '../dry-run.ts';
import { asPlanned, namedImpact } from '../impact.ts';

export function putSession(peers: Peers): Route {
  return route({
    method: 'PUT',
    path: '/clinic/v1/sessions/:id',
    callers: ['Providers', 'Admins'],
    summary: 'Makes or changes a session, or says what that would do',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({
      session: SessionRules,
      version: z.int32().min(0).describe('The version that is changed; 0 makes it'),
      dryRun,
      moves: appliedMoves.optional(),
      disruptionId: disruptionId.optional(),
    }),
    maxBodyBytes: maxMovesBytes,
    deadlineMs: changeDeadlineMs,
    responses: { 200: z.strictObject({ session: ClinicSession, impact: Impact }) },
    problems: [404, 409, 422],
    async handle({ params, body, context }) {
      const { session, impact } = await peers.availability.call(
        'PutSession',
        {
          session: sessionMessage(params.id, body.session),
          expectedVersion: body.version,
          dryRun: body.dryRun,
          disruptionId: body.disruptionId ?? '',
          ...asPlanned(body.moves),
        },
        // Without a disruptionId, a second try of a saved change would find another version.
        forward(context, { idempotent: body.dryRun || body.disruptionId !== undefined }),
      );
      const named = await namedImpact(peers, impact, context);
      return {
        status: 200,
        body: { session: sessionJson(present(session, 'session')), impact: named },
      };
    },
  });
}
