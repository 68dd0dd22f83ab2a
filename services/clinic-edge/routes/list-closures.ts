import type { Peers } from '@healthbooker/edge/peers';
import { Closure, closureJson } from '@healthbooker/protos/json/availability';
import { isCut } from '@healthbooker/protos/json/page';
import { forward } from '@healthbooker/runtime/context';
import { calendarDate } from '@healthbooker/runtime/dates';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { office } from '../callers.ts';

export function listClosures({ availability }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/closures',
    callers: office,
    summary: 'When the hospital or a location is closed, in order of time, at most 200',
    query: z.strictObject({
      locationId: z.string().max(64).optional().describe('Also lists those of the whole hospital'),
      from: calendarDate.optional().describe('Closures that end then or later; today, if left out'),
    }),
    responses: { 200: z.strictObject({ closures: z.array(Closure), isCut }) },
    problems: [404],
    async handle({ query, context }) {
      const reply = await availability.call(
        'ListClosures',
        { locationId: query.locationId ?? '', fromDate: query.from ?? '' },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { closures: reply.closures.map(closureJson), isCut: reply.isCut } };
    },
  });
}
