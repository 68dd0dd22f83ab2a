import { namedEntry } from '@healthbooker/edge/named-entry';
import type { Peers } from '@healthbooker/edge/peers';
import { Entry } from '@healthbooker/protos/json/entry';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { patientOf, patientQuery } from '../patient.ts';

export function getRecord({ ehr, directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/record',
    callers: ['Patients'],
    summary: 'What a patient may see of their record; the look is recorded',
    query: z.strictObject(patientQuery),
    problems: [404],
    responses: {
      200: z.strictObject({ entries: z.array(Entry), chartVersion: z.int32(), readAt: Instant }),
    },
    async handle({ query, context }) {
      const [{ entries, chartVersion, readAt }, known] = await Promise.all([
        ehr.call(
          'GetChart',
          { patientId: patientOf(query, context) },
          forward(context, { idempotent: true }),
        ),
        directory.find(context),
      ]);
      const named = entries.map((entry) => namedEntry(entry, known));
      return { status: 200, body: { entries: named, chartVersion, readAt } };
    },
  });
}
