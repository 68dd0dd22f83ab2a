import type { Peers } from '@healthbooker/edge/peers';
import { OptimalityDay } from '@healthbooker/protos/json/leave';
import { forward } from '@healthbooker/runtime/context';
import { calendarDate } from '@healthbooker/runtime/dates';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function reportOptimality({ leave }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/optimality',
    callers: ['Admins'],
    summary: 'How far the rule was from the best for all, by the day of booking',
    query: z.strictObject({
      specialtyId: z.string().min(1).max(64),
      from: calendarDate,
      to: calendarDate.describe('Included; at most 31 days'),
    }),
    // Each day is solved anew.
    deadlineMs: 12_000,
    responses: { 200: z.strictObject({ days: z.array(OptimalityDay) }) },
    async handle({ query: { specialtyId, from, to }, context }) {
      const { days } = await leave.call(
        'ReportOptimality',
        { specialtyId, firstDate: from, lastDate: to },
        forward(context, { idempotent: true }),
      );
      return {
        status: 200,
        body: {
          days: days.map(({ date, visits, slots, greedyCost, optimalCost, isProven, ...missed }) => {
            const { greedyTargetsMissed, optimalTargetsMissed } = missed;
            return {
              date,
              visits,
              slots,
              greedyCost,
              optimalCost,
              greedyTargetsMissed,
              optimalTargetsMissed,
              isProven,
            };
          }),
        },
      };
    },
  });
}
