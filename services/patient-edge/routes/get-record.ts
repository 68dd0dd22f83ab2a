import { chartPage, chartPageJson, chartPageQuery, chartPageRequest } from '@healthbooker/edge/chart-page';
import type { Peers } from '@healthbooker/edge/peers';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { patientOf, patientQuery } from '../patient.ts';

export function getRecord({ ehr, directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/record',
    callers: ['Patients'],
    summary: 'What a patient may see of their record, by the page; each look is recorded',
    query: z.strictObject({ ...patientQuery, ...chartPageQuery }),
    problems: [404],
    responses: { 200: z.strictObject(chartPage) },
    async handle({ query, context }) {
      const [page, known] = await Promise.all([
        ehr.call(
          'GetChart',
          { ...chartPageRequest(query), patientId: patientOf(query, context) },
          forward(context, { idempotent: true }),
        ),
        directory.find(context),
      ]);
      return { status: 200, body: chartPageJson(page, known) };
    },
  });
}
