import type { Peers } from '@healthbooker/edge/peers';
import { namesOf } from '@healthbooker/edge/people';
import { LeaveVisit, leaveVisitJson } from '@healthbooker/protos/json/leave';
import { cursorJson, nextCursor, pageQuery, pageRequest } from '@healthbooker/protos/json/page';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function listWorklist({ leave, appointment }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/worklist',
    callers: ['Receptionists', 'Admins'],
    summary: 'Visits that somebody has to care for: without a new time, or refused by the patient',
    query: z.strictObject({
      leaveId: z.guid().optional().describe('All visits of this disruption, also those that need nobody'),
      ...pageQuery,
    }),
    responses: { 200: z.strictObject({ visits: z.array(LeaveVisit), nextCursor }) },
    problems: [404],
    async handle({ query, context }) {
      const { visits, nextPageToken } = await leave.call(
        'ListWorklist',
        { leaveId: query.leaveId ?? '', ...pageRequest(query) },
        forward(context, { idempotent: true }),
      );
      const ids = visits.map(({ patientId }) => patientId);
      const nameOf = await namesOf(appointment, ids, context);
      return {
        status: 200,
        body: {
          visits: visits.map((visit) => leaveVisitJson(visit, nameOf)),
          ...cursorJson(nextPageToken),
        },
      };
    },
  });
}
