import type { Peers } from '@healthbooker/edge/peers';
import { Hold, holdJson } from '@healthbooker/protos/json/slot';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { patientOf, patientQuery } from '../patient.ts';

/** Possible once per hold: asking a second time is a conflict, so no key is needed. */
export function extendHold({ scheduler }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/holds/:id/extend',
    callers: ['Patients'],
    summary: 'Keeps a held slot ten minutes longer, once',
    params: z.strictObject({ id: z.guid() }),
    query: z.strictObject(patientQuery),
    responses: { 200: Hold },
    problems: [404, 409],
    async handle({ params, query, context }) {
      const { hold } = await scheduler.call(
        'ExtendHold',
        { patientId: patientOf(query, context), holdId: params.id },
        forward(context),
      );
      return { status: 200, body: holdJson(present(hold, 'hold')) };
    },
  });
}
