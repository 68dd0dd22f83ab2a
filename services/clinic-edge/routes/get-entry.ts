import { namedEntry } from '@healthbooker/edge/named-entry';
import type { Peers } from '@healthbooker/edge/peers';
import { Entry } from '@healthbooker/protos/json/entry';
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
    summary: 'Every version of one entry, oldest first; the look is recorded',
    params: z.strictObject({ id: z.guid(), entryId: z.guid() }),
    responses: { 200: z.strictObject({ versions: z.array(Entry) }) },
    async handle({ params, context }) {
      const [{ versions }, known] = await Promise.all([
        ehr.call(
          'GetEntryHistory',
          { patientId: params.id, entryId: params.entryId },
          forward(context, { idempotent: true }),
        ),
        directory.find(context),
      ]);
      const named = versions.map((entry) => namedEntry(entry, known));
      return { status: 200, body: { versions: named } };
    },
  });
}
