import type { Peers } from '@healthbooker/edge/peers';
import { Disruption, disruptionJson } from '@healthbooker/protos/json/leave';
import { cursorJson, nextCursor, pageQuery, pageRequest } from '@healthbooker/protos/json/page';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function listDisruptions({ leave }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/disruptions',
    callers: ['Receptionists', 'Admins'],
    summary: 'What the hospital did that hit booked visits, newest first, and what became of them',
    query: z.strictObject({
      onlyOpen: z
        .boolean()
        .default(false)
        .describe('With visits that somebody has to care for, or no answer'),
      ...pageQuery,
    }),
    responses: { 200: z.strictObject({ disruptions: z.array(Disruption), nextCursor }) },
    async handle({ query, context }) {
      const { disruptions, nextPageToken } = await leave.call(
        'ListDisruptions',
        { onlyOpen: query.onlyOpen, ...pageRequest(query) },
        forward(context, { idempotent: true }),
      );
      return {
        status: 200,
        body: { disruptions: disruptions.map(disruptionJson), ...cursorJson(nextPageToken) },
      };
    },
  });
}
