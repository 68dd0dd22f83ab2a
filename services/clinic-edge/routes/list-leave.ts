import type { Peers } from '@healthbooker/edge/peers';
import { Leave, leaveJson } from '@healthbooker/protos/json/leave';
import { cursorJson, nextCursor, pageQuery, pageRequest } from '@healthbooker/protos/json/page';
import { forward } from '@healthbooker/runtime/context';
import { calendarDate } from '@healthbooker/runtime/dates';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { office } from '../callers.ts';

export function listLeave({ leave: leaveService }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/leave',
    callers: office,
    summary: 'Leave of providers, and what became of the visits it met',
    query: z.strictObject({
      providerId: z.guid().optional().describe('Providers have to name somebody of their team'),
      from: calendarDate.optional().describe('Leave that ends then or later; today, if left out'),
      ended: z.boolean().default(false).describe('Also what was called off'),
      ...pageQuery,
    }),
    responses: { 200: z.strictObject({ leave: z.array(Leave), nextCursor }) },
    problems: [404],
    async handle({ query, context }) {
      const { leave, nextPageToken } = await leaveService.call(
        'ListLeave',
        {
          providerId: query.providerId ?? '',
          fromDate: query.from ?? '',
          includeEnded: query.ended,
          ...pageRequest(query),
        },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { leave: leave.map(leaveJson), ...cursorJson(nextPageToken) } };
    },
  });
}
