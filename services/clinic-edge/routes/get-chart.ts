import { namedEntry } from '@healthbooker/edge/named-entry';
import type { Peers } from '@healthbooker/edge/peers';
import { listPeople } from '@healthbooker/edge/people';
import { Entry } from '@healthbooker/protos/json/entry';
import { PersonSummary } from '@healthbooker/protos/json/profile';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { staff } from '../callers.ts';

const Chart = z.strictObject({
  patient: PersonSummary.nullable().describe('Null while names cannot be read'),
  chart: z.strictObject({ entries: z.array(Entry), chartVersion: z.int32(), readAt: Instant }),
});

/** The chart is asked for first: without it nobody learns whether there is such a patient. */
export function getChart({ ehr, appointment, directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/patients/:id/chart',
    // Who else tries is refused by the service, which puts it on record.
    callers: staff,
    summary: 'The chart of a patient whom the caller’s team treats; the look is recorded',
    params: z.strictObject({ id: z.guid() }),
    responses: { 200: Chart },
    async handle({ params, context }) {
      const { entries, chartVersion, readAt } = await ehr.call(
        'GetChart',
        { patientId: params.id },
        forward(context, { idempotent: true }),
      );
      const [people, known] = await Promise.all([
        listPeople(appointment, [params.id], context, { withFormer: true }),
        directory.find(context),
      ]);
      const named = entries.map((entry) => namedEntry(entry, known));
      return {
        status: 200,
        body: {
          patient: people.get(params.id) ?? null,
          chart: { entries: named, chartVersion, readAt },
        },
      };
    },
  });
}
