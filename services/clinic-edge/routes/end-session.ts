import type { Peers } from '@healthbooker/edge/peers';
import { ClinicSession, Impact, sessionJson } from '@healthbooker/protos/json/availability';
import { appliedMoves, maxMovesBytes } from '@healthbooker/protos/json/moves';
import { forward } from '@healthbooker/runtime/context';
import { calendarDate } from '@healthbooker/runtime/dates';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { changeDeadlineMs, disruptionId, dryRun } from '../dry-run.ts';
import { asPlanned, namedImpact } from '../impact.ts';

export function endSession(peers: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/sessions/:id/end',
    callers: ['Providers', 'Admins'],
    summary: 'Ends a session, or says what that would do',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({
      version: z.int32().min(1),
      lastDate: calendarDate.describe('The last time it takes place'),
      dryRun,
      moves: appliedMoves.optional(),
      disruptionId: disruptionId.optional(),
    }),
    maxBodyBytes: maxMovesBytes,
    deadlineMs: changeDeadlineMs,
    responses: {
      200: z.strictObject({
        session: ClinicSession.nullable().describe('Null when it was taken back before it took place'),
        impact: Impact,
      }),
    },
    problems: [404, 409, 422],
    async handle({ params, body, context }) {
      const { session, impact } = await peers.availability.call(
        'EndSession',
        {
          sessionId: params.id,
          expectedVersion: body.version,
          lastDate: body.lastDate,
          dryRun: body.dryRun,
          disruptionId: body.disruptionId ?? '',
          ...asPlanned(body.moves),
        },
        forward(context, { idempotent: body.dryRun || body.disruptionId !== undefined }),
      );
      const named = await namedImpact(peers, impact, context);
      return {
        status: 200,
        body: { session: session && sessionJson(session), impact: named },
      };
    },
  });
}
