import type { Peers } from '@healthbooker/edge/peers';
import { namesOf } from '@healthbooker/edge/people';
import { cursorJson, nextCursor, pageQuery, pageRequest } from '@healthbooker/protos/json/page';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { patientOf, patientQuery } from '../patient.ts';

const AccessEvent = z
  .strictObject({
    at: Instant,
    readerId: z.string(),
    readerName: z.string().describe('Empty for who is neither in the directory nor linked with the caller'),
    role: z.string(),
    what: z.string(),
    why: z.string(),
  })
  .meta({ id: 'AccessEvent' });

export function listRecordAccess({ ehr, appointment, directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/record/access',
    callers: ['Patients'],
    summary: 'Who looked at a patient’s record, newest first',
    query: z.strictObject({ ...patientQuery, ...pageQuery }),
    problems: [404],
    responses: { 200: z.strictObject({ events: z.array(AccessEvent), nextCursor }) },
    async handle({ query, context }) {
      const [{ events, nextPageToken }, known] = await Promise.all([
        ehr.call(
          'ListAccess',
          { ...pageRequest(query), patientId: patientOf(query, context) },
          forward(context, { idempotent: true }),
        ),
        directory.find(context),
      ]);
      const proxies = events.filter(({ role }) => role === 'proxy').map(({ readerId }) => readerId);
      const nameOf = await namesOf(appointment, proxies, context);
      const named = events.map(({ at, readerId, role, what, why }) => {
        const readerName = known?.providers.get(readerId)?.name ?? nameOf(readerId) ?? '';
        return { at, readerId, readerName, role, what, why };
      });
      return { status: 200, body: { events: named, ...cursorJson(nextPageToken) } };
    },
  });
}
