import type { Peers } from '@healthbooker/edge/peers';
import {
  ClinicSession,
  Impact,
  SessionRules,
  sessionJson,
  sessionMessage,
} from '@healthbooker/protos/json/availability';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { dryRun } from '../dry-run.ts';
import { namedImpact } from '../impact.ts';

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
    }),
    deadlineMs: 10_000,
    responses: { 200: z.strictObject({ session: ClinicSession, impact: Impact }) },
    problems: [404, 409],
    async handle({ params, body, context }) {
      const { session, impact } = await peers.availability.call(
        'PutSession',
        {
          session: sessionMessage(params.id, body.session),
          expectedVersion: body.version,
          dryRun: body.dryRun,
        },
        // Another try of a change that was saved would find another version.
        forward(context, { idempotent: body.dryRun }),
      );
      const named = await namedImpact(peers, impact, context);
      return {
        status: 200,
        body: { session: sessionJson(present(session, 'session')), impact: named },
      };
    },
  });
}
