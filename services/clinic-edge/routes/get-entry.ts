import { historyPage, historyPageJson, historyQuery } from '@healthbooker/edge/chart-page';
import type { Peers } from '@healthbooker/edge/peers';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { staff } from '../callers.ts';

export function getEntry({ ehr, directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/patients/:id/entries/:entryId',
    // Who else tries is refused by the service, which puts it on record.
    callers: staff,
    summary: 'The versions of one entry, by the page; each look is recorded',
    params: z.strictObject({ id: z.guid(), entryId: z.guid() }),
    query: z.strictObject(historyQuery),
    responses: { 200: z.strictObject(historyPage) },
    async handle({ params, query, context }) {
      const [page, known] = await Promise.all([
        ehr.call(
          'GetEntryHistory',
          { patientId: params.id, entryId: params.entryId, pageToken: query.cursor ?? '' },
          forward(context, { idempotent: true }),
        ),
        directory.find(context),
      ]);
      return { status: 200, body: historyPageJson(page, known) };
    },
  });
}
