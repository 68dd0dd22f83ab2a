import type { Peers } from '@healthbooker/edge/peers';
import { ClinicSession, sessionJson } from '@healthbooker/protos/json/availability';
import { cursorJson, nextCursor, pageQuery, pageRequest } from '@healthbooker/protos/json/page';
import { forward } from '@healthbooker/runtime/context';
import { calendarDate } from '@healthbooker/runtime/dates';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { office } from '../callers.ts';

export function listSessions({ availability }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/sessions',
    callers: office,
    summary: 'Weekly sessions and extra clinics of a provider or a location',
    query: z.strictObject({
      providerId: z.guid().optional().describe('This or `locationId` is needed'),
      locationId: z.string().max(64).optional(),
      from: calendarDate.optional().describe('Sessions that still take place then; today, if left out'),
      ...pageQuery,
    }),
    responses: { 200: z.strictObject({ sessions: z.array(ClinicSession), nextCursor }) },
    problems: [404],
    async handle({ query, context }) {
      const { sessions, nextPageToken } = await availability.call(
        'ListSessions',
        {
          providerId: query.providerId ?? '',
          locationId: query.locationId ?? '',
          fromDate: query.from ?? '',
          ...pageRequest(query),
        },
        forward(context, { idempotent: true }),
      );
      return {
        status: 200,
        body: { sessions: sessions.map(sessionJson), ...cursorJson(nextPageToken) },
      };
    },
  });
}
