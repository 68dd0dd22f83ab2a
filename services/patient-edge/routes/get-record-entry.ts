import { historyPage, historyPageJson, historyQuery } from '@healthbooker/edge/chart-page';
import type { Peers } from '@healthbooker/edge/peers';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { patientOf, patientQuery } from '../patient.ts';

export function getRecordEntry({ ehr, directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/record/entries/:id',
    callers: ['Patients'],
    summary: 'The versions of one entry, by the page; each look is recorded',
    params: z.strictObject({ id: z.guid() }),
    query: z.strictObject({ ...patientQuery, ...historyQuery }),
    responses: { 200: z.strictObject(historyPage) },
    async handle({ params, query, context }) {
      const [page, known] = await Promise.all([
        ehr.call(
          'GetEntryHistory',
          {
            patientId: patientOf(query, context),
            entryId: params.id,
            pageToken: query.cursor ?? '',
          },
          forward(context, { idempotent: true }),
        ),
        directory.find(context),
      ]);
      return { status: 200, body: historyPageJson(page, known) };
    },
  });
}
