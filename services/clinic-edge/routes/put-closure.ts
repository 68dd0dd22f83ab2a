import type { Peers } from '@healthbooker/edge/peers';
import { Closure, closureJson, Impact } from '@healthbooker/protos/json/availability';
import { appliedMoves, maxMovesBytes } from '@healthbooker/protos/json/moves';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { calendarDate } from '@healthbooker/runtime/dates';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { changeDeadlineMs, dryRun } from '../dry-run.ts';
import { asPlanned, namedImpact } from '../impact.ts';

export function putClosure(peers: Peers): Route {
  return route({
    method: 'PUT',
    path: '/clinic/v1/closures/:id',
    callers: ['Admins'],
    summary: 'Closes the hospital or a location on some dates, or says what that would do',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({
      locationId: z.string().min(1).max(64).nullable().describe('Null: the whole hospital'),
      firstDate: calendarDate,
      lastDate: calendarDate.describe('Included'),
      note: z.string().min(1).max(200).describe('Why, for staff'),
      dryRun,
      moves: appliedMoves.optional(),
    }),
    maxBodyBytes: maxMovesBytes,
    deadlineMs: changeDeadlineMs,
    responses: { 200: z.strictObject({ closure: Closure, impact: Impact }) },
    problems: [404, 409],
    async handle({ params, body, context }) {
      const { locationId, firstDate, lastDate, note } = body;
      const { closure, impact } = await peers.availability.call(
        'AddClosure',
        {
          closure: { id: params.id, locationId: locationId ?? '', firstDate, lastDate, note },
          dryRun: body.dryRun,
          ...asPlanned(body.moves),
        },
        forward(context, { idempotent: true }),
      );
      const named = await namedImpact(peers, impact, context);
      return {
        status: 200,
        body: { closure: closureJson(present(closure, 'closure')), impact: named },
      };
    },
  });
}
