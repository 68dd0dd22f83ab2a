import type { Peers } from '@healthbooker/edge/peers';
import { cursorJson, nextCursor, pageQuery, pageRequest } from '@healthbooker/protos/json/page';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

const AccessEvent = z
  .strictObject({
    at: Instant,
    readerId: z.string(),
    readerName: z.string().describe('Empty for somebody who is not in the directory, the caller included'),
    role: z.string(),
    what: z.string(),
    why: z.string(),
  })
  .meta({ id: 'AccessEvent' });

export function listRecordAccess({ ehr, directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/record/access',
    callers: ['Patients'],
    summary: 'Who looked at the caller’s record, newest first',
    query: z.strictObject(pageQuery),
    responses: { 200: z.strictObject({ events: z.array(AccessEvent), nextCursor }) },
    async handle({ query, context }) {
      const [{ events, nextPageToken }, known] = await Promise.all([
        ehr.call('ListAccess', pageRequest(query), forward(context, { idempotent: true })),
        directory.find(context),
      ]);
      const named = events.map(({ at, readerId, role, what, why }) => ({
        ...{ at, readerId, readerName: known?.providers.get(readerId)?.name ?? '', role, what, why },
      }));
      return { status: 200, body: { events: named, ...cursorJson(nextPageToken) } };
    },
  });
}
