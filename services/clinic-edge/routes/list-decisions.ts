import type { Peers } from '@healthbooker/edge/peers';
import { DecisionSummary, decisionSummaryJson } from '@healthbooker/protos/json/decision';
import { cursorJson, nextCursor, pageQuery, pageRequest } from '@healthbooker/protos/json/page';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function listDecisions({ decisions: decisionService }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/decisions',
    callers: ['Admins'],
    summary: 'What was decided, latest first',
    query: z.strictObject({
      providerId: z.guid().optional(),
      specialtyId: z.string().max(64).optional(),
      kind: z
        .string()
        .regex(/^[a-z-]{1,40}$/, 'must be a word like moved')
        .optional(),
      appointmentId: z.guid().optional(),
      from: Instant.optional().describe('31 days ago, if left out'),
      to: Instant.optional(),
      ...pageQuery,
    }),
    responses: { 200: z.strictObject({ decisions: z.array(DecisionSummary), nextCursor }) },
    async handle({ query, context }) {
      const { decisions, nextPageToken } = await decisionService.call(
        'ListDecisions',
        {
          providerId: query.providerId ?? '',
          specialtyId: query.specialtyId ?? '',
          kind: query.kind ?? '',
          appointmentId: query.appointmentId ?? '',
          fromAt: query.from ?? '',
          toAt: query.to ?? '',
          ...pageRequest(query),
        },
        forward(context, { idempotent: true }),
      );
      return {
        status: 200,
        body: { decisions: decisions.map(decisionSummaryJson), ...cursorJson(nextPageToken) },
      };
    },
  });
}
