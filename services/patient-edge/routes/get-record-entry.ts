import { namedEntry } from '@healthbooker/edge/named-entry';
import type { Peers } from '@healthbooker/edge/peers';
import { Entry } from '@healthbooker/protos/json/entry';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { patientOf, patientQuery } from '../patient.ts';

export function getRecordEntry({ ehr, directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/record/entries/:id',
    callers: ['Patients'],
    summary: 'Every version of one entry, oldest first; the look is recorded',
    params: z.strictObject({ id: z.guid() }),
    query: z.strictObject(patientQuery),
    responses: { 200: z.strictObject({ versions: z.array(Entry) }) },
    async handle({ params, query, context }) {
      const [{ versions }, known] = await Promise.all([
        ehr.call(
          'GetEntryHistory',
          { patientId: patientOf(query, context), entryId: params.id },
          forward(context, { idempotent: true }),
        ),
        directory.find(context),
      ]);
      const named = versions.map((entry) => namedEntry(entry, known));
      return { status: 200, body: { versions: named } };
    },
  });
}
