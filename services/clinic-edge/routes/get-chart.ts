import { chartPage, chartPageJson, chartPageQuery, chartPageRequest } from '@healthbooker/edge/chart-page';
import type { Peers } from '@healthbooker/edge/peers';
import { listPeople } from '@healthbooker/edge/people';
import { PersonSummary } from '@healthbooker/protos/json/profile';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { staff } from '../callers.ts';

const Chart = z.strictObject({
  patient: PersonSummary.nullable().describe('Null while names cannot be read'),
  chart: z.strictObject(chartPage),
  drafts: z
    .array(z.strictObject({ form: z.string(), savedAt: Instant }))
    .describe('On the first page: what the caller has typed in this chart and not signed'),
});

/** The chart is read first: without the right to it nobody learns whether the patient exists. */
export function getChart({ ehr, appointment, directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/patients/:id/chart',
    // Who else tries is refused by the service, which puts it on record.
    callers: staff,
    summary: 'The chart of a patient whom the caller’s team treats, by the page; each look is recorded',
    params: z.strictObject({ id: z.guid() }),
    query: z.strictObject(chartPageQuery),
    responses: { 200: Chart },
    async handle({ params, query, context }) {
      const page = await ehr.call(
        'GetChart',
        { ...chartPageRequest(query), patientId: params.id },
        forward(context, { idempotent: true }),
      );
      const [people, known] = await Promise.all([
        listPeople(appointment, [params.id], context, { withFormer: true }),
        directory.find(context),
      ]);
      return {
        status: 200,
        body: {
          patient: people.get(params.id) ?? null,
          chart: chartPageJson(page, known),
          drafts: page.drafts.map(({ form, savedAt }) => ({ form, savedAt })),
        },
      };
    },
  });
}
