import type { Peers } from '@healthbooker/edge/peers';
import { Entry, entryJson } from '@healthbooker/protos/json/entry';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function getRecord({ ehr, directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/record',
    callers: ['Patients'],
    summary: 'What the caller may see of their own record; the look is recorded',
    responses: {
      200: z.strictObject({ entries: z.array(Entry), chartVersion: z.int(), readAt: Instant }),
    },
    async handle({ context }) {
      const [{ entries, chartVersion, readAt }, known] = await Promise.all([
        ehr.call('GetChart', {}, forward(context, { idempotent: true })),
        directory.find(context),
      ]);
      const named = entries.map((entry) =>
        entryJson(entry, known?.providers.get(entry.authorId)?.name ?? ''),
      );
      return { status: 200, body: { entries: named, chartVersion, readAt } };
    },
  });
}
